package io.github.alimsg.testing.messages;

import io.github.alimsg.core.wire.MessageFacts;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.PhoneForm;
import io.github.alimsg.core.wire.Product;
import io.github.alimsg.testing.gateway.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How calls write their messages, as the products themselves say: those that the fake was taught, and those whose
 * clients it has configured. A product's operations are loaded when it is added, so that no call has to wait for that.
 */
public final class MessageFormats {
    /**
     * How one operation writes messages.
     *
     * @param homeNumbers see {@link Product#homeNumbers()}
     */
    record Format(Operation<?, ?> operation, MessageFacts facts, Map<String, Pattern> homeNumbers) {}

    private final Set<Product> products = ConcurrentHashMap.newKeySet();

    /** By version and operation; read at the first call of a version, because that loads the classes of all operations. */
    private final Map<String, Map<String, Format>> formats = new ConcurrentHashMap<>();

    /** Teaches a product's formats. */
    public void add(Product product) {
        if (products.add(product)) {
            formats.remove(product.version());
        }
    }

    private Map<String, Format> read(String version) {
        Map<String, Format> read = new HashMap<>();
        for (Product product : products) {
            if (product.version().equals(version)) {
                for (Operation<?, ?> operation : product.operations()) {
                    MessageFacts facts = operation.messages();
                    if (facts != null) {
                        read.put(operation.name(), new Format(operation, facts, product.homeNumbers()));
                    }
                }
            }
        }
        return read;
    }

    /** The format of a call; null when the call sends no message, or its product is not known. */
    @Nullable
    Format of(Call call) {
        return knows(call) ? formats.computeIfAbsent(call.version(), this::read).get(call.operation()) : null;
    }

    /** Whether the product of a call is known. */
    boolean knows(Call call) {
        return products.stream().anyMatch(product -> product.version().equals(call.version()));
    }

    /** Whom a call sends to; null when its format is not known. */
    @Nullable
    List<String> recipients(Call call) {
        Format format = of(call);
        return format == null ? null : format.facts().recipients(call.parameters());
    }

    /** The numbers that the recipients of a call may be; none when its format is not known. */
    public List<String> numbers(Call call) {
        List<String> recipients = recipients(call);
        return recipients == null
                ? List.of()
                : recipients.stream()
                        .flatMap(recipient -> international(recipient).stream())
                        .toList();
    }

    /** The numbers with calling code that a number may be. */
    List<String> international(String number) {
        String digits = String.valueOf(PhoneForm.DIGITS_OR_ID.of(number));
        List<String> numbers = new ArrayList<>(List.of(digits));
        for (Product product : products) {
            product.homeNumbers().forEach((callingCode, home) -> {
                if (home.matcher(digits).matches()) {
                    numbers.add(callingCode + digits);
                }
            });
        }
        return numbers;
    }
}
