// Command log-client checks a log with Go's own transparency log library, which knows nothing of this project:
// it opens the checkpoint with the served key, and proves that randomly chosen entries are in the log,
// from the tiles and from the served .tlog-proof alike.
package main

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"math/rand"
	"net"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	if len(os.Args) != 3 {
		fail(fmt.Errorf("usage: log-client URL ENTRIES"))
	}
	entries, err := strconv.Atoi(os.Args[2])
	fail(err)
	log := client{prefix: strings.TrimSuffix(os.Args[1], "/")}
	tree := log.open()
	if tree.N == 0 {
		fail(fmt.Errorf("the log is empty"))
	}
	hashes := tlog.TileHashReader(tree, log)
	for i := 0; i < entries; i++ {
		index := rand.Int63n(tree.N)
		leaf := log.entry(tree, index)
		proof, err := tlog.ProveRecord(tree.N, index, hashes)
		fail(err)
		fail(tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(leaf)))
		log.checkServedProof(index, leaf)
	}
	fmt.Printf("%d of %d entries proven\n", entries, tree.N)
}

type client struct {
	prefix   string
	verifier note.Verifier
}

// open answers the tree head that the served key has signed.
func (c *client) open() tlog.Tree {
	verifier, err := note.NewVerifier(strings.TrimSpace(string(c.get("vkey"))))
	fail(err)
	c.verifier = verifier
	return c.parse(c.get("checkpoint"))
}

func (c *client) parse(checkpoint []byte) tlog.Tree {
	opened, err := note.Open(checkpoint, note.VerifierList(c.verifier))
	fail(err)
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != c.verifier.Name() || lines[3] != "" {
		fail(fmt.Errorf("not a checkpoint of %s: %q", c.verifier.Name(), opened.Text))
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	fail(err)
	root, err := tlog.ParseHash(lines[2])
	fail(err)
	return tlog.Tree{N: size, Hash: root}
}

// entry reads a leaf from its bundle.
func (c client) entry(tree tlog.Tree, index int64) []byte {
	tile := tlog.Tile{H: 8, L: 0, N: index / 256, W: 256}
	if rest := tree.N - tile.N*256; rest < 256 {
		tile.W = int(rest)
	}
	bundle := c.get(strings.Replace(path(tile), "tile/0/", "tile/entries/", 1))
	for i := int64(0); ; i++ {
		length := int(binary.BigEndian.Uint16(bundle))
		if i == index%256 {
			return bundle[2 : 2+length]
		}
		bundle = bundle[2+length:]
	}
}

func (c client) checkServedProof(index int64, leaf []byte) {
	lines := strings.SplitAfter(string(c.get(fmt.Sprintf("proof/%d.tlog-proof", index))), "\n")
	want := []string{"c2sp.org/tlog-proof@v1\n", "extra " + base64.StdEncoding.EncodeToString(leaf) + "\n", fmt.Sprintf("index %d\n", index)}
	for i, line := range want {
		if lines[i] != line {
			fail(fmt.Errorf("proof %d, line %d: %q", index, i+1, lines[i]))
		}
	}
	lines = lines[len(want):]
	var proof tlog.RecordProof
	for lines[0] != "\n" {
		hash, err := tlog.ParseHash(strings.TrimSuffix(lines[0], "\n"))
		fail(err)
		proof = append(proof, hash)
		lines = lines[1:]
	}
	tree := c.parse([]byte(strings.Join(lines[1:], "")))
	fail(tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(leaf)))
}

// Height is that of C2SP tlog-tiles.
func (client) Height() int { return 8 }

// ReadTiles is asked by Go's library for the tiles it needs, and checks them against the tree head.
func (c client) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, tile := range tiles {
		data = append(data, c.get(path(tile)))
	}
	return data, nil
}

func (client) SaveTiles([]tlog.Tile, [][]byte) {}

// path drops the height, which C2SP's paths leave out.
func path(tile tlog.Tile) string { return strings.Replace(tile.Path(), "tile/8/", "tile/", 1) }

// get speaks HTTP/1.0 itself: the library's client and its TLS take ten times as long to compile as all the rest.
func (c client) get(path string) []byte {
	host, prefix, _ := strings.Cut(strings.TrimPrefix(c.prefix, "http://"), "/")
	connection, err := net.Dial("tcp", host)
	fail(err)
	defer connection.Close()
	fmt.Fprintf(connection, "GET /%s/%s HTTP/1.0\r\nHost: %s\r\n\r\n", prefix, path, host)
	answer, err := io.ReadAll(connection)
	fail(err)
	head, body, found := strings.Cut(string(answer), "\r\n\r\n")
	status, _, _ := strings.Cut(head, "\r\n")
	if !found || !strings.HasPrefix(status, "HTTP/1.1 200 ") {
		fail(fmt.Errorf("%s: %s", path, status))
	}
	return []byte(body)
}

func fail(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
