// SPDX-License-Identifier: GPL-3.0-or-later
// A data race on purpose, in the product's own worker pool: if ThreadSanitizer with our suppressions does not
// find this one, its silence about the rest means nothing. Without ThreadSanitizer it just counts.
#include "engine/threads/workerpool.h"

#include <cstdio>

int main()
{
    long count = 0; // shared, and not protected
    Weir::WorkerPool pool;
    for (int round = 0; round < 50; ++round) {
        pool.start(8, [&count](int) {
            for (int i = 0; i < 1000; ++i)
                ++count;
        });
        pool.join();
    }
    std::printf("%ld\n", count);
    return 0;
}
