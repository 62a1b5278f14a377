package io.github.alimsg.core.internal.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Text that is not JSON, or JSON of another shape than the model's. The engine turns it into the exception that the
 * caller sees.
 */
public final class MalformedJson extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MalformedJson(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Converts a parser's failure. Its message may quote what it read, so only the position is kept. */
    public static MalformedJson of(IOException refused) {
        JsonLocation location = refused instanceof JsonProcessingException json ? json.getLocation() : null;
        String place =
                location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        return new MalformedJson("the reply is not valid JSON" + place, null);
    }
}
