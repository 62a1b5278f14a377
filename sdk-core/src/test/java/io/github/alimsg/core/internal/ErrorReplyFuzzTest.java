package io.github.alimsg.core.internal;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.alimsg.core.http.HttpReply;
import java.util.List;

class ErrorReplyFuzzTest {
    @FuzzTest
    void nothingComesOfAnyBytesButAnAnswer(byte[] body) {
        ErrorReply.of(new HttpReply(500, List.of(), body), "Code", "Message");
    }
}
