package io.github.alimsg.spring.boot;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * What is looked up by name: whether the libraries that an application's build chose are new enough, and which products it
 * has.
 */
final class AlimsgRuntimeHints implements RuntimeHintsRegistrar {
    /** Looked up with their methods. */
    private static final List<String> WITH_METHODS = List.of("okhttp3.Call", "okio.ByteString");

    private static final List<String> TYPES = List.of(
            "io.github.alimsg.cams.CamsClient",
            "io.github.alimsg.dysms.mainland.DysmsMainlandClient",
            "io.github.alimsg.sts.StsClient",
            "io.github.alimsg.cams.receipt.CamsReceipts",
            "io.github.alimsg.dysms.mainland.receipt.DysmsMainlandReceipts",
            "kotlin.Unit",
            "kotlin.enums.EnumEntriesKt",
            "okio.Buffer",
            "okio.Socket",
            "okhttp3.DnsCache",
            "com.fasterxml.jackson.core.JsonFactory",
            "com.fasterxml.jackson.databind.ObjectMapper");

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        ClassLoader loader = classLoader == null ? AlimsgRuntimeHints.class.getClassLoader() : classLoader;
        WITH_METHODS.forEach(
                type -> hints.reflection().registerTypeIfPresent(loader, type, MemberCategory.INVOKE_DECLARED_METHODS));
        TYPES.forEach(type -> hints.reflection().registerTypeIfPresent(loader, type, hint -> {}));
    }
}
