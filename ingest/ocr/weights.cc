// How a network is read from what Tesseract writes of it.
#include "network.h"

#include <cstring>
#include <string>

namespace vanthu {
namespace {

// File is read from front to back. Once something is wrong nothing more is read.
struct File {
  const char *at, *end;
  bool wrong = false;

  void want(bool ok) { wrong = wrong || !ok; }

  void copy(void *to, size_t n) {
    want(size_t(end - at) >= n);
    if (wrong) return;
    memcpy(to, at, n);
    at += n;
  }

  template <class T> T get() {
    T v{};
    copy(&v, sizeof v);
    return v;
  }

  template <class T> void want(T v) { want(get<T>() == v); }

  // A number of things of a byte at least.
  size_t count() {
    size_t n = get<uint32_t>();
    want(n <= size_t(end - at));
    return wrong ? 0 : n;
  }

  std::string text() {
    std::string s(count(), 0);
    copy(&s[0], s.size());
    return s;
  }
};

// Layer is how every layer begins, and groups of them.
struct Layer {
  int flags, inputs, outputs;
};

Layer layer(File &f, const char *type) {
  f.want<int8_t>(0);
  f.want(f.text() == type);
  f.get<int16_t>(); // whether it learns, and the layer before it
  Layer l{};
  l.flags = f.get<int32_t>();
  l.inputs = f.get<int32_t>();
  l.outputs = f.get<int32_t>();
  f.get<int32_t>(); // how many weights
  f.text();         // its name
  return l;
}

Layer group(File &f, const char *type, uint32_t layers) {
  Layer l = layer(f, type);
  f.want<uint32_t>(layers);
  return l;
}

void endGroup(File &f, const Layer &l) {
  const int ownRates = 64;
  if (!(l.flags & ownRates)) return;
  for (auto n = f.count(); n > 0; n--) f.get<float>();
}

Matrix matrix(File &f) {
  const int bytes = 1, doubles = 128;
  int mode = f.get<uint8_t>();
  f.want((mode & bytes) && (mode & doubles));
  Matrix m;
  m.rows = f.get<int32_t>();
  m.columns = f.get<int32_t>();
  f.get<int8_t>();
  f.want(m.rows > 0 && m.rows < 1 << 15 && m.columns > 1 && m.columns <= mostInputs + mostCells + 1);
  if (f.wrong) return Matrix();
  m.weights.resize(size_t(m.rows) * m.columns);
  f.copy(m.weights.data(), m.weights.size());
  size_t n = f.count();
  f.want(n >= size_t(m.rows));
  for (size_t i = 0; i < n; i++) m.scales.push_back(float(f.get<double>() / INT8_MAX));
  return m;
}

void memory(File &f, const char *type, Memory &into) {
  Layer l = layer(f, type);
  f.want<int32_t>(l.inputs + l.outputs);
  Matrix each[Memory::gates];
  for (auto &m : each) {
    m = matrix(f);
    f.want(m.rows == l.outputs && m.columns == l.inputs + l.outputs + 1);
  }
  f.want(l.inputs <= mostInputs && l.outputs <= mostCells && l.outputs % 8 == 0);
  if (!f.wrong) into.take(each);
}

} // namespace

std::unique_ptr<Network> Network::read(const std::vector<char> &file) {
  File f{file.data(), file.data() + file.size()};
  std::unique_ptr<Network> n(new Network);
  n->codes = group(f, "Series", 8).outputs;
  layer(f, "Input");
  f.want<int32_t>(1); // picture at a time
  n->height = f.get<int32_t>();
  f.want<int32_t>(0); // any width
  f.want<int32_t>(1); // grey
  f.get<int32_t>();
  Layer squares = group(f, "Series", 2);
  layer(f, "Convolve");
  f.want<int32_t>(1); // pixel to each side
  f.want<int32_t>(1);
  layer(f, "Tanh");
  n->first = matrix(f);
  endGroup(f, squares);
  layer(f, "Maxpool");
  f.want<int32_t>(3);
  f.want<int32_t>(3);
  Layer down = group(f, "XYTranspose", 1);
  memory(f, "SummLSTM", n->columns);
  endGroup(f, down);
  memory(f, "LSTM", n->right);
  Layer back = group(f, "RTLReversed", 1);
  memory(f, "LSTM", n->left);
  endGroup(f, back);
  memory(f, "LSTM", n->wide);
  layer(f, "Softmax");
  Matrix last = matrix(f);
  f.want(last.rows == n->codes && last.columns <= mostInputs);
  if (f.wrong) return nullptr;
  n->output.take(last, last.columns - 1);
  return n->fits() ? std::move(n) : nullptr;
}

// fits reports whether each layer takes what the one before it gives.
bool Network::fits() const {
  return height > 0 && height % 3 == 0 && first.columns == 9 + 1 && first.rows <= mostKinds && first.rows % 8 == 0 &&
         columns.inputs == first.rows && right.inputs == columns.cells && left.inputs == right.cells &&
         wide.inputs == left.cells && output.inputs == wide.cells;
}

} // namespace vanthu
