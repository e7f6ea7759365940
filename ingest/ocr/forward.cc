// Where Tesseract's call of its network is answered.
//
// Tesseract has no headers for what is inside it. Declared here is as much of its
// classes as is used, as they are since version 5.0; what is seen of a line is
// looked at before it is believed (isLine), and whatever is not as expected is left to
// Tesseract's own function.
#include "network.h"

#include <dlfcn.h>
#include <map>
#include <mutex>
#include <tesseract/version.h>

namespace {

bool answering = true;
long answered = 0;
std::mutex guard;
std::map<const void *, std::shared_ptr<const vanthu::Network>> networks; // null: another form

// able reports whether the processor has what layers.cc was compiled for.
bool able() {
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#else
  return true;
#endif
}

} // namespace

extern "C" {
void forgetNetworks() {
  std::lock_guard<std::mutex> hold(guard);
  networks.clear();
}

void answerNetworks(int yes) { answering = yes; }

long linesAnswered() { return answered; }
}

#if TESSERACT_MAJOR_VERSION == 5
namespace tesseract {

class TransposedArray;
class NetworkScratch;

class TFile {
public:
  TFile();
  ~TFile();
  void OpenWrite(std::vector<char> *data);

private:
  char inside[256]; // 32 in version 5.3
};

template <class T> struct Table {
  virtual ~Table();
  T *cells;
  T empty;
  int rows, columns, room;
};

class NetworkIO {
public:
  void Resize2d(bool bytes, int rows, int columns);

  Table<float> floats;
  Table<int8_t> bytes;
  char inBytes;
};

class Plumbing {
public:
  bool Serialize(TFile *file) const;
};

class Series : public Plumbing {
public:
  void Forward(bool debug, const NetworkIO &in, const TransposedArray *turned, NetworkScratch *scratch, NetworkIO *out);
};

// networkOf gives the network of a series, null if it is of another form.
static std::shared_ptr<const vanthu::Network> networkOf(const Series *series) {
  std::lock_guard<std::mutex> hold(guard);
  auto n = networks.emplace(series, nullptr);
  if (n.second) {
    std::vector<char> written;
    TFile file;
    file.OpenWrite(&written);
    if (series->Serialize(&file)) n.first->second = vanthu::Network::read(written);
  }
  return n.first->second;
}

static bool isLine(const NetworkIO &in, int height) {
  return in.inBytes == 1 && in.bytes.columns == 1 && in.bytes.cells && in.bytes.rows >= 3 * height && in.bytes.rows % height == 0 &&
         in.bytes.rows <= in.bytes.room;
}

void Series::Forward(bool debug, const NetworkIO &in, const TransposedArray *turned, NetworkScratch *scratch, NetworkIO *out) {
  auto n = answering && able() ? networkOf(this) : nullptr;
  if (n && isLine(in, n->height)) {
    int width = in.bytes.rows / n->height;
    out->Resize2d(false, width / 3, n->codes);
    if (out->floats.rows == width / 3 && out->floats.columns == n->codes) {
      n->run(in.bytes.cells, width, out->floats.cells);
      answered++;
      return;
    }
  }
  using Theirs = void (*)(Series *, bool, const NetworkIO &, const TransposedArray *, NetworkScratch *, NetworkIO *);
  static auto theirs = Theirs(dlsym(RTLD_NEXT, "_ZN9tesseract6Series7ForwardEbRKNS_9NetworkIOEPKNS_15TransposedArrayEPNS_14NetworkScratchEPS1_"));
  theirs(this, debug, in, turned, scratch, out);
}

} // namespace tesseract
#endif
