package net

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// The file: "VTN1", the number of layers, and for each layer its five measures
// as uint16, a scale and a bias for each channel it makes as float32, and its
// weights as int8, all little endian. A weight is its int8 times the scale of
// its channel, the largest weight of a channel is 127: 217 KB in place of 870,
// and no digit of the test sets is read in another way.

const magic = "VTN1"

// ErrFile is returned for a file that is no network.
var ErrFile = errors.New("not a network")

// shape is a layer's measures in the file.
type shape struct{ In, Out, Wide, Size, Step uint16 }

// Encode returns the network as a file. Decoding it gives the network with
// rounded weights.
func (n *Network) Encode() []byte {
	var b bytes.Buffer
	b.WriteString(magic)
	b.WriteByte(byte(len(n.Layers)))
	for i := range n.Layers {
		l := &n.Layers[i]
		scales := l.scales()
		put(&b, shape{uint16(l.In), uint16(l.Out), uint16(l.Wide), uint16(l.Size), uint16(l.Step)})
		put(&b, scales)
		put(&b, l.Bias)
		for j, w := range l.Weights {
			b.WriteByte(byte(int8(math.Round(float64(w / scales[j%l.Out])))))
		}
	}
	return b.Bytes()
}

// put writes a value of fixed size; a buffer never fails.
func put(b *bytes.Buffer, v any) {
	if err := binary.Write(b, binary.LittleEndian, v); err != nil {
		panic(err)
	}
}

// scales are the steps between the weights of each channel.
func (l *Layer) scales() []float32 {
	s := make([]float32, l.Out)
	for i, w := range l.Weights {
		s[i%l.Out] = max(s[i%l.Out], w/127, -w/127)
	}
	for i := range s {
		if s[i] == 0 {
			s[i] = 1
		}
	}
	return s
}

// Decode reads a file that Encode made.
func Decode(file []byte) (*Network, error) {
	if len(file) <= len(magic) || string(file[:len(magic)]) != magic {
		return nil, fmt.Errorf("decode network: %w", ErrFile)
	}
	n := &Network{}
	r := bytes.NewReader(file[len(magic)+1:])
	for i := range int(file[len(magic)]) {
		l, err := decodeLayer(r)
		if err != nil {
			return nil, fmt.Errorf("decode network: layer %d: %w", i, err)
		}
		n.Layers = append(n.Layers, l)
	}
	if !n.fits() {
		return nil, fmt.Errorf("decode network: layers do not fit each other: %w", ErrFile)
	}
	return n, nil
}

func decodeLayer(r *bytes.Reader) (Layer, error) {
	var s shape
	if err := binary.Read(r, binary.LittleEndian, &s); err != nil {
		return Layer{}, err
	}
	size := int(s.Size) * int(s.Size) * int(s.In) * int(s.Out)
	if s.Step == 0 || s.Size == 0 || s.Size > s.Wide || size == 0 || size > r.Len() {
		return Layer{}, ErrFile
	}
	l := NewLayer(int(s.In), int(s.Out), int(s.Wide), int(s.Size), int(s.Step))
	scales, weights := make([]float32, l.Out), make([]int8, len(l.Weights))
	for _, part := range []any{scales, l.Bias, weights} {
		if err := binary.Read(r, binary.LittleEndian, part); err != nil {
			return Layer{}, err
		}
	}
	for i, w := range weights {
		l.Weights[i] = float32(w) * scales[i%l.Out]
	}
	return l, nil
}

// fits reports whether each layer makes what the next one looks at.
func (n *Network) fits() bool {
	channels, across := Channels, Side
	for i := range n.Layers {
		l := &n.Layers[i]
		if l.In != channels || l.Wide != across {
			return false
		}
		channels, across = l.Out, l.Across()
	}
	return len(n.Layers) > 0 && across == 1
}
