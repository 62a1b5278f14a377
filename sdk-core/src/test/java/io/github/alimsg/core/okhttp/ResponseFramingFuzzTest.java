package io.github.alimsg.core.okhttp;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever bytes come, OkHttp never ends a response before us on a connection that is used again. */
class ResponseFramingFuzzTest {
    @FuzzTest
    void okHttpFindsTheSameEnd(byte[] bytes) {
        ResponseFramingTest.assertOkHttpAgrees(bytes);
    }
}
