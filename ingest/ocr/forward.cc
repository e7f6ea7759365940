// Where Tesseract's call of its network is answered.
//
// Tesseract has no headers for what is inside it. Declared here is as much of its
// classes as is used, as they are since version 5.0; what is seen of a line is
// looked at before it is believed (isLine), and whatever is not as expected is left to
// Tesseract's own function. So is all of a network of which the first lines do not
// come out as Tesseract has them (Answer), and everything where the library does not
// show the functions used here: they are weak, for the program to start all the same.
#include "network.h"

#include <algorithm>
#include <cmath>
#include <dlfcn.h>
#include <map>
#include <mutex>
#include <tesseract/version.h>

namespace {

// Answer is what answers for a network of Tesseract's: nothing if it has another
// form or was wrong once. Its first lines are read by both.
struct Answer {
  std::unique_ptr<const vanthu::Network> network;
  int trials = 2;
};

bool answering = true;
long answered = 0;
std::mutex guard;
std::map<const void *, std::shared_ptr<Answer>> answers;

// able reports whether the processor has what layers.cc was compiled for, and the
// library what is called here.
bool able() {
#if defined(__x86_64__)
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) return false;
#endif
  for (auto name : {"_ZN9tesseract5TFileC1Ev", "_ZN9tesseract5TFileD1Ev", "_ZN9tesseract5TFile9OpenWriteEPSt6vectorIcSaIcEE",
                    "_ZN9tesseract9NetworkIO8Resize2dEbii", "_ZNK9tesseract8Plumbing9SerializeEPNS_5TFileE"}) {
    if (!dlsym(RTLD_DEFAULT, name)) return false;
  }
  return true;
}

} // namespace

extern "C" {
void forgetNetworks() {
  std::lock_guard<std::mutex> hold(guard);
  answers.clear();
}

void answerNetworks(int yes) { answering = yes; }

long linesAnswered() { return answered; }
}

#if TESSERACT_MAJOR_VERSION == 5
namespace tesseract {

#define WEAK __attribute__((weak))

class TransposedArray;
class NetworkScratch;

class TFile {
public:
  WEAK TFile();
  WEAK ~TFile();
  WEAK void OpenWrite(std::vector<char> *data);

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
  WEAK void Resize2d(bool bytes, int rows, int columns);

  Table<float> floats;
  Table<int8_t> bytes;
  char inBytes;
};

class Plumbing {
public:
  WEAK bool Serialize(TFile *file) const;
};

class Series : public Plumbing {
public:
  void Forward(bool debug, const NetworkIO &in, const TransposedArray *turned, NetworkScratch *scratch, NetworkIO *out);
};

// answerTo gives what answers for a series; it may be empty.
static std::shared_ptr<Answer> answerTo(const Series *series) {
  static const bool can = able();
  std::lock_guard<std::mutex> hold(guard);
  auto &a = answers[series];
  if (!a) {
    a = std::make_shared<Answer>();
    std::vector<char> written;
    if (!can) return a;
    TFile file;
    file.OpenWrite(&written);
    if (series->Serialize(&file)) a->network = vanthu::Network::read(written);
  }
  return a;
}

static bool isLine(const NetworkIO &in, int height) {
  return in.inBytes == 1 && in.bytes.columns == 1 && in.bytes.cells && in.bytes.rows >= 3 * height && in.bytes.rows % height == 0 &&
         in.bytes.rows <= in.bytes.room;
}

// isAlike reports whether probabilities are those that Tesseract has in out.
static bool isAlike(const std::vector<float> &ours, const NetworkIO &out, int columns) {
  const float apart = 0.05f;
  return !out.inBytes && out.floats.columns == columns && size_t(out.floats.rows) * columns == ours.size() &&
         std::equal(ours.begin(), ours.end(), out.floats.cells, [&](float a, float b) { return std::fabs(a - b) < apart; });
}

void Series::Forward(bool debug, const NetworkIO &in, const TransposedArray *turned, NetworkScratch *scratch, NetworkIO *out) {
  using Theirs = void (*)(Series *, bool, const NetworkIO &, const TransposedArray *, NetworkScratch *, NetworkIO *);
  static auto theirs = Theirs(dlsym(RTLD_NEXT, "_ZN9tesseract6Series7ForwardEbRKNS_9NetworkIOEPKNS_15TransposedArrayEPNS_14NetworkScratchEPS1_"));
  auto a = answering ? answerTo(this) : nullptr;
  if (!a || !a->network || !isLine(in, a->network->height)) return theirs(this, debug, in, turned, scratch, out);

  const auto &n = *a->network;
  int width = in.bytes.rows / n.height, places = width / 3;
  if (a->trials > 0) {
    std::vector<float> ours(size_t(places) * n.codes);
    n.run(in.bytes.cells, width, ours.data());
    theirs(this, debug, in, turned, scratch, out);
    a->trials--;
    if (!isAlike(ours, *out, n.codes)) a->network.reset();
    return;
  }
  out->Resize2d(false, places, n.codes);
  n.run(in.bytes.cells, width, out->floats.cells);
  answered++;
}

} // namespace tesseract
#endif
