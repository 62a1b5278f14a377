package io.github.alimsg.core.wire;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.internal.json.MalformedJson;
import java.util.List;

class JsonReaderFuzzTest {
    @FuzzTest
    void onlyMalformedJsonComesOfAnyBytes(byte[] body) {
        try {
            ProbeOperation.INSTANCE.read(
                    new JsonReader(new HttpResponse(200, List.of(), body), ProbeOperation.INSTANCE, 1));
        } catch (MalformedJson e) {
            // what the engine expects
        }
    }
}
