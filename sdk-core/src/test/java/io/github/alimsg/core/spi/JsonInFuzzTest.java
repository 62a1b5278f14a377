package io.github.alimsg.core.spi;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.alimsg.core.http.HttpReply;
import java.util.List;

class JsonInFuzzTest {
    @FuzzTest
    void onlyMalformedJsonComesOfAnyBytes(byte[] body) {
        try {
            ProbeOperation.INSTANCE.read(new JsonIn(new HttpReply(200, List.of(), body), ProbeOperation.INSTANCE, 1));
        } catch (MalformedJson e) {
            // what the engine expects
        }
    }
}
