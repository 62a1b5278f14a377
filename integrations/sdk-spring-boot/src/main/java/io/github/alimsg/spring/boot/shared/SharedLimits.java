package io.github.alimsg.spring.boot.shared;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.wire.Product;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.spring.boot.AlimsgConfigurationException;
import java.util.function.Consumer;
import java.util.function.ObjDoubleConsumer;
import java.util.function.Supplier;
import org.springframework.util.ClassUtils;

/** Limits of the account: those documented for the products that the application has, then those of properties. */
final class SharedLimits {
    private static final String CLIENTS = "io.github.alimsg.";

    private SharedLimits() {}

    /** Gives all of them to the builder of a limiter, and builds it. */
    static <L> L build(
            SharedProperties properties,
            Consumer<String> account,
            Consumer<Product> documented,
            ObjDoubleConsumer<String> limit,
            Supplier<L> build) {
        if (properties.getAccount() == null) {
            throw new AlimsgConfigurationException(
                    "The property alimsg.shared.turns is set, but not whose turns they are.",
                    "Set alimsg.shared.account to the account's id, or another name for it.");
        }
        try {
            account.accept(properties.getAccount());
            if (has("cams.CamsClient")) {
                documented.accept(CamsClient.PRODUCT);
            }
            if (has("dysms.international.DysmsInternationalClient")) {
                documented.accept(DysmsInternationalClient.PRODUCT);
                documented.accept(DysmsMainlandClient.PRODUCT);
            }
            properties.getLimits().forEach(limit::accept);
            return build.get();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new AlimsgConfigurationException(
                    "A property of alimsg.shared is not valid: " + e.getMessage() + ".", "Correct it.");
        }
    }

    private static boolean has(String client) {
        return ClassUtils.isPresent(CLIENTS + client, SharedLimits.class.getClassLoader());
    }
}
