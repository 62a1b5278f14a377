package io.github.alimsg.core.internal.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Text that is not JSON, or JSON of another shape than the model's; the engine turns it into what the caller sees. */
public final class MalformedJson extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MalformedJson(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** What a parser refused. Its messages may quote what it read, so only the place is kept. */
    public static MalformedJson of(IOException refused) {
        JsonLocation location = refused instanceof JsonProcessingException json ? json.getLocation() : null;
        String place =
                location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        return new MalformedJson("the reply is no valid JSON" + place, null);
    }
}
