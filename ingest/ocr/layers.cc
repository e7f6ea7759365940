// How a network is run.
//
// Values between layers are whole numbers of 8 bits, as Tesseract has them. Sums
// of their products stay below 2²⁴, so that floats hold them exactly: a float is
// multiplied and added in one step, eight at a time.
#include "network.h"

#include <algorithm>
#include <cmath>
#include <random>

#if defined(__x86_64__)
#pragma GCC target("avx2,fma") // forward.cc asks whether the processor has them
#endif
// What is no whole number is rounded after each step, as Tesseract does.
#pragma GCC optimize("O3", "fp-contract=off")

namespace vanthu {
namespace {

const int lanes = 8;
typedef float Lanes __attribute__((vector_size(lanes * sizeof(float)), aligned(4)));
typedef int32_t Ints __attribute__((vector_size(lanes * sizeof(int32_t)), aligned(4)));
typedef int8_t Bytes __attribute__((vector_size(lanes), aligned(1)));

inline Lanes &at(float *p) { return *reinterpret_cast<Lanes *>(p); }
inline const Lanes &at(const float *p) { return *reinterpret_cast<const Lanes *>(p); }
inline Bytes &at(int8_t *p) { return *reinterpret_cast<Bytes *>(p); }
inline Lanes floats(const int32_t *p) { return __builtin_convertvector(*reinterpret_cast<const Ints *>(p), Lanes); }

inline Lanes clip(Lanes x, float least, float most) {
  x = x < least ? Lanes{} + least : x;
  return x > most ? Lanes{} + most : x;
}

// Curve is a function from 0 on: a table with straight lines between.
struct Curve {
  static const int size = 4096, scale = 256;
  float from[size], rise[size];

  explicit Curve(double (*f)(double)) {
    for (int i = 0; i < size; i++) from[i] = float(f(double(i) / scale));
    for (int i = 0; i + 1 < size; i++) rise[i] = from[i + 1] - from[i];
    from[size - 1] = 1, rise[size - 1] = 0;
  }

  // Of x without its sign.
  Lanes operator()(Lanes x) const {
    x = clip((x < 0 ? -x : x) * float(scale), 0, size - 1);
    Ints i = __builtin_convertvector(x, Ints);
    Lanes low, more;
    for (int l = 0; l < lanes; l++) low[l] = from[i[l]], more[l] = rise[i[l]];
    return low + more * (x - __builtin_convertvector(i, Lanes));
  }
};

struct Curves {
  Curve tanh{std::tanh}, logistic{[](double x) { return 1 / (1 + exp(-x)); }};

  Lanes tanhOf(Lanes x) const {
    Lanes v = tanh(x);
    return x < 0 ? -v : v;
  }
  Lanes logisticOf(Lanes x) const {
    Lanes v = logistic(x);
    return x < 0 ? 1 - v : v;
  }
};

// curves are made when first asked for, and not on a processor that cannot.
const Curves &curves() {
  static const Curves c;
  return c;
}

inline Bytes packed(Lanes x) {
  x = clip(x * INT8_MAX, -INT8_MAX, INT8_MAX);
  x = x + (x < 0 ? Lanes{} - 0.5f : Lanes{} + 0.5f);
  return __builtin_convertvector(__builtin_convertvector(x, Ints), Bytes);
}

// Noise lies around a picture: the same that Tesseract puts there for vie.
struct Noise {
  std::minstd_rand random{956829145};

  int8_t next() {
    double v = 2.0 * INT8_MAX * random() / INT32_MAX - INT8_MAX;
    return int8_t(std::lround(v));
  }
};

// sums of two panels of rows for some places.
template <int places>
__attribute__((optimize("fp-contract=fast"))) void sums(const float *panel, int inputs, const float *in, Lanes *out) {
  Lanes low[places] = {}, high[places] = {};
  for (int j = 0; j < inputs; j++) {
    Lanes a = at(panel + j * lanes), b = at(panel + (inputs + j) * lanes);
    for (int p = 0; p < places; p++) {
      low[p] += a * in[p * inputs + j];
      high[p] += b * in[p * inputs + j];
    }
  }
  for (int p = 0; p < places; p++) out[2 * p] = low[p], out[2 * p + 1] = high[p];
}

} // namespace

// Weights stand in panels of as many rows as there are lanes, input by input.
void Dense::take(const Matrix &m, int n) {
  inputs = n;
  int rows = (m.rows + 2 * lanes - 1) / (2 * lanes) * 2 * lanes;
  weights.assign(size_t(rows) * inputs, 0);
  biases.assign(rows, 0);
  scales.assign(rows, 0);
  for (int r = 0; r < m.rows; r++) {
    float *panel = &weights[size_t(r / lanes) * inputs * lanes];
    for (int c = 0; c < inputs; c++) panel[c * lanes + r % lanes] = m.at(r, c);
    biases[r] = m.bias(r);
    scales[r] = m.scales[r];
  }
}

void Dense::run(const int8_t *in, int places, float *out) const {
  const int together = 4;
  float x[most * mostInputs];
  std::copy(in, in + places * inputs, x);
  Lanes sum[2 * together];
  for (int r = 0; r < stride(); r += 2 * lanes) {
    const float *panel = &weights[size_t(r) * inputs];
    for (int p = 0, n; p < places; p += n) {
      n = places - p >= together ? together : 1;
      (n == together ? sums<together> : sums<1>)(panel, inputs, x + p * inputs, sum);
      for (int i = 0; i < 2 * n; i++) {
        int row = r + i % 2 * lanes;
        at(out + size_t(p + i / 2) * stride() + row) = (sum[i] + at(&biases[row])) * at(&scales[row]);
      }
    }
  }
}

// What the cells see and what they showed before are summed apart and scaled
// together.
void Memory::take(const Matrix each[gates]) {
  cells = each[0].rows;
  inputs = each[0].columns - 1 - cells;
  Matrix all;
  all.rows = gates * cells;
  all.columns = each[0].columns;
  for (int g = 0; g < gates; g++) {
    all.weights.insert(all.weights.end(), each[g].weights.begin(), each[g].weights.end());
    scales.insert(scales.end(), each[g].scales.begin(), each[g].scales.begin() + cells);
  }
  for (int r = 0; r < all.rows; r++) {
    for (int c = 0; c < cells; c++) recurrent.push_back(all.at(r, inputs + c));
  }
  all.scales.assign(all.rows, 1);
  input.take(all, inputs);
}

// products of rows with one input, four rows at a time.
static void products(const int16_t *__restrict rows, const int16_t *__restrict in, int n, int count, int32_t *__restrict out) {
  for (int r = 0; r < count; r += 4) {
    const int16_t *a = rows + size_t(r) * n, *b = a + n, *c = b + n, *d = c + n;
    int32_t sa = 0, sb = 0, sc = 0, sd = 0;
    for (int j = 0; j < n; j++) {
      sa += a[j] * in[j];
      sb += b[j] * in[j];
      sc += c[j] * in[j];
      sd += d[j] * in[j];
    }
    out[r] = sa, out[r + 1] = sb, out[r + 2] = sc, out[r + 3] = sd;
  }
}

void Memory::step(const float *seen, const int16_t *before, float *state, int8_t *out) const {
  const Curves &f = curves();
  const float mostState = 100;
  int32_t sum[gates * mostCells];
  products(recurrent.data(), before, cells, gates * cells, sum);
  auto gate = [&](int g, int cell) {
    int i = g * cells + cell;
    return (at(seen + i) + floats(sum + i)) * at(&scales[i]);
  };
  for (int i = 0; i < cells; i += lanes) {
    Lanes taken = f.tanhOf(gate(0, i)) * f.logisticOf(gate(1, i)), kept = at(state + i) * f.logisticOf(gate(2, i));
    at(state + i) = clip(kept + taken, -mostState, mostState);
    at(out + i) = packed(f.tanhOf(at(state + i)) * f.logisticOf(gate(3, i)));
  }
}

void Memory::run(const int8_t *in, int sequences, int steps, Way way, int8_t *out) const {
  std::vector<float> seen(Dense::most * input.stride()), state(cells);
  std::vector<int16_t> before(cells);
  std::vector<int8_t> shown(cells);
  for (int q = 0; q < sequences; q++) {
    std::fill(state.begin(), state.end(), 0);
    std::fill(before.begin(), before.end(), 0);
    for (int s = 0, n; s < steps; s += n) {
      n = std::min(Dense::most, steps - s);
      size_t first = size_t(q) * steps + (way == backward ? steps - s - n : s);
      input.run(in + first * inputs, n, seen.data());
      for (int i = 0; i < n; i++) {
        int place = way == backward ? n - 1 - i : i;
        step(&seen[place * input.stride()], before.data(), state.data(), shown.data());
        std::copy(shown.begin(), shown.end(), before.begin());
        if (way != summary) std::copy(shown.begin(), shown.end(), out + (first + place) * cells);
      }
    }
    if (way == summary) std::copy(shown.begin(), shown.end(), out + size_t(q) * cells);
  }
}

// convolve looks at the pixels around each pixel, and of each square of three by
// three keeps the most of every kind: before it is bent, which comes to the same.
void Network::convolve(const int8_t *pixels, int width, int8_t *out) const {
  Noise noise;
  int kinds = first.rows, across = width / 3, down = height / 3;
  float weights[9][mostKinds], biases[mostKinds];
  for (int k = 0; k < kinds; k++) {
    for (int j = 0; j < 9; j++) weights[j][k] = first.at(k, j);
    biases[k] = first.bias(k);
  }
  std::vector<float> best(size_t(across) * down * kinds, -INFINITY);
  for (int y = 0; y < height; y++) {
    for (int x = 0; x < width; x++) {
      float around[9];
      for (int j = 0; j < 9; j++) { // column by column
        int ax = x + j / 3 - 1, ay = y + j % 3 - 1;
        bool inside = ax >= 0 && ax < width && ay >= 0 && ay < height;
        around[j] = inside ? pixels[ay * width + ax] : noise.next();
      }
      if (x / 3 >= across) continue;
      for (int k = 0; k < kinds; k += lanes) {
        Lanes sum = {};
        for (int j = 0; j < 9; j++) sum += at(&weights[j][k]) * around[j];
        Lanes &most = at(&best[(size_t(x / 3) * down + y / 3) * kinds + k]);
        most = most > sum ? most : sum;
      }
    }
  }
  for (size_t i = 0; i < best.size(); i += lanes) {
    int k = int(i % kinds);
    at(out + i) = packed(curves().tanhOf((at(&best[i]) + at(biases + k)) * at(&first.scales[k])));
  }
}

// likely turns sums into probabilities.
static void likely(const float *v, int n, float *out) {
  const float least = -86; // of which the probability is above 0
  float most = *std::max_element(v, v + n), total = 0;
  for (int i = 0; i < n; i++) total += out[i] = expf(std::max(v[i] - most, least));
  for (int i = 0; i < n; i++) out[i] /= total;
}

void Network::run(const int8_t *pixels, int width, float *probabilities) const {
  int across = width / 3, down = height / 3;
  auto line = [&](int values) { return std::vector<int8_t>(size_t(across) * values); };
  auto squares = line(down * first.rows), a = line(columns.cells), b = line(right.cells), c = line(left.cells), d = line(wide.cells);
  convolve(pixels, width, squares.data());
  columns.run(squares.data(), across, down, Memory::summary, a.data());
  right.run(a.data(), 1, across, Memory::forward, b.data());
  left.run(b.data(), 1, across, Memory::backward, c.data());
  wide.run(c.data(), 1, across, Memory::forward, d.data());
  std::vector<float> sum(Dense::most * output.stride());
  for (int p = 0, n; p < across; p += n) {
    n = std::min(Dense::most, across - p);
    output.run(&d[size_t(p) * wide.cells], n, sum.data());
    for (int i = 0; i < n; i++) likely(&sum[i * output.stride()], codes, probabilities + size_t(p + i) * codes);
  }
}

} // namespace vanthu
