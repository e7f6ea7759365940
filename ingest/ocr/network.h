// The network that tells what letters a line holds, as network.go explains.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace vanthu {

// Sizes that are taken: Tesseract's fast networks have a quarter of them at most.
const int mostKinds = 64, mostInputs = 512, mostCells = 512;

// Matrix is what a layer has learned: a row for each output, its last weight for
// an input that is always 1. Sums of whole numbers times a scale are its outputs.
struct Matrix {
  int rows = 0, columns = 0;
  std::vector<int8_t> weights;
  std::vector<float> scales;

  int8_t at(int row, int column) const { return weights[size_t(row) * columns + column]; }
  float bias(int row) const { return float(at(row, columns - 1)) * INT8_MAX; }
};

// Dense puts places of a line through a matrix, a few of them side by side.
class Dense {
public:
  // most is how many places run takes.
  static const int most = 64;

  // Takes the first inputs of a matrix, and its biases.
  void take(const Matrix &m, int inputs);
  void run(const int8_t *in, int places, float *out) const;
  // How far the outputs of one place are from those of the next.
  int stride() const { return int(scales.size()); }

  int inputs = 0;

private:
  std::vector<float> weights, biases, scales;
};

// Memory is a layer of cells that remember what they saw before (LSTM).
class Memory {
public:
  // What its cells do: take a value in, by how much, keep what they have, show it.
  static const int gates = 4;
  enum Way { forward, backward, summary };

  void take(const Matrix each[gates]);
  // Runs along sequences of steps places each. A summary is what the cells show
  // after the last step, else what they show at every step comes out.
  void run(const int8_t *in, int sequences, int steps, Way way, int8_t *out) const;

  int inputs = 0, cells = 0;

private:
  void step(const float *seen, const int16_t *before, float *state, int8_t *out) const;

  Dense input;
  std::vector<int16_t> recurrent;
  std::vector<float> scales;
};

// Network reads pictures of lines. Safe for concurrent use.
class Network {
public:
  // Reads what Tesseract writes of a network; null if it has another form or
  // weights of more than 8 bits.
  static std::unique_ptr<Network> read(const std::vector<char> &file);
  // Gives a probability of each code for each three columns of pixels.
  void run(const int8_t *pixels, int width, float *probabilities) const;

  int height = 0, codes = 0;

private:
  void convolve(const int8_t *pixels, int width, int8_t *out) const;
  bool fits() const;

  Matrix first;
  Memory columns, right, left, wide;
  Dense output;
};

} // namespace vanthu
