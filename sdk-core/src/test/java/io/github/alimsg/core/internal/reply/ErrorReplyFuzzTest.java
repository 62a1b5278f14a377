package io.github.alimsg.core.internal.reply;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.alimsg.core.http.HttpResponse;
import java.util.List;

class ErrorReplyFuzzTest {
    @FuzzTest
    void nothingComesOfAnyBytesButAnAnswer(byte[] body) {
        ErrorReply.of(new HttpResponse(500, List.of(), body), "Code", "Message");
    }
}
