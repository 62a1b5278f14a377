package io.github.alimsg.spring.boot.receipts;

import io.github.alimsg.receipts.Receipt;
import io.github.alimsg.receipts.ReceiptHandler;
import io.github.alimsg.spring.boot.AlimsgConfigurationException;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.ResolvableType;

/**
 * The application's handlers, by the kind of receipt that their type argument names. One of a supertype, such as {@code
 * DeliveryReport}, is given every kind below it.
 */
final class ReceiptHandlers {
    private final List<Handler> handlers = new ArrayList<>();
    private final ReceiptMeasures measures;

    /**
     * A handler.
     *
     * @param kind the kind of receipts that it takes
     */
    private record Handler(Class<?> kind, ReceiptHandler<Receipt> bean) {}

    @SuppressWarnings("unchecked") // asked only for its kind of receipts
    ReceiptHandlers(ConfigurableListableBeanFactory beans, ReceiptMeasures measures) {
        this.measures = measures;
        IdentityHashMap<Object, Class<?>> kinds = new IdentityHashMap<>();
        for (String name : beans.getBeanNamesForType(ReceiptHandler.class)) {
            kinds.put(beans.getBean(name), kind(beans, name));
        }
        beans.getBeanProvider(ReceiptHandler.class).orderedStream().forEach(bean -> {
            Class<?> kind = Objects.requireNonNull(kinds.get(bean), "handlers of receipts must be singletons");
            handlers.add(new Handler(kind, (ReceiptHandler<Receipt>) bean));
        });
    }

    private static Class<?> kind(ConfigurableListableBeanFactory beans, String name) {
        ResolvableType type = beans.containsBeanDefinition(name)
                ? beans.getMergedBeanDefinition(name).getResolvableType()
                : ResolvableType.forClass(beans.getBean(name).getClass());
        ResolvableType argument = type.as(ReceiptHandler.class).getGeneric(0);
        Class<?> kind = argument.resolve();
        if (kind == null || argument.getType() instanceof TypeVariable) {
            throw new AlimsgConfigurationException(
                    "The bean " + name + " handles receipts, but its type does not say which.",
                    "Declare it with the kind, such as ReceiptHandler<ChatAppStatus>, or as a class that implements that.");
        }
        return kind;
    }

    /** Returns whether the application has none at all. */
    boolean isEmpty() {
        return handlers.isEmpty();
    }

    /**
     * Passes on one handler in place of all for a kind of receipts. They are called in the order of {@code @Order}; after
     * one that throws, the service delivers the receipt again, to all of them.
     *
     * @param kind the kind
     * @param setter is not called when there is no handler
     * @return 1, or 0 when there is no handler
     */
    <T extends Receipt> int pass(Class<T> kind, Consumer<ReceiptHandler<T>> setter) {
        List<ReceiptHandler<Receipt>> matching = handlers.stream()
                .filter(handler -> handler.kind.isAssignableFrom(kind))
                .map(Handler::bean)
                .toList();
        if (matching.isEmpty()) {
            return 0;
        }
        setter.accept(measures.handler(receipt -> {
            for (ReceiptHandler<Receipt> handler : matching) {
                handler.handle(receipt);
            }
        }));
        return 1;
    }
}
