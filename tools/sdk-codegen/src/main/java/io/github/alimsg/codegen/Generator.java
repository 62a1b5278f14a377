package io.github.alimsg.codegen;

import static java.util.Objects.requireNonNull;

import io.github.alimsg.codegen.input.InvalidInputException;
import io.github.alimsg.codegen.output.ApiWriter;
import io.github.alimsg.codegen.output.GeneratedApi;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Generates everything from the three files of an API. Does no I/O. */
public final class Generator {
    private Generator() {}

    /**
     * Generates an API.
     *
     * @param files its three files
     * @return what is generated
     * @throws InvalidInputException that names every problem in the files
     */
    public static GeneratedApi generate(ApiFiles files) {
        Resolution resolution = Resolution.of(files);
        resolution.problems().throwIfAny();
        List<String> warnings = new ArrayList<>();
        resolution.unsupported().forEach((operation, reason) -> warnings.add(operation + " is left out: " + reason));
        warnings.addAll(resolution.problems().warnings());
        return new ApiWriter(requireNonNull(resolution.api()))
                .write(files.metadata().getBytes(StandardCharsets.UTF_8), warnings);
    }
}
