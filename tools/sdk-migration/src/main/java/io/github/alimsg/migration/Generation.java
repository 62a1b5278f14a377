package io.github.alimsg.migration;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A generation of the vendor's SDK: how it names classes and artifacts, and what it throws. */
enum Generation {
    /** {@code com.aliyun:dysmsapi20170525} and its siblings. */
    SYNC("synchronous"),
    /** {@code com.aliyun:alibabacloud-dysmsapi20170525} and its siblings. */
    ASYNC("asynchronous"),
    /** {@code com.aliyun:aliyun-java-sdk-dysmsapi} and its siblings. */
    FIRST("first-generation");

    private final String adjective;

    Generation(String adjective) {
        this.adjective = adjective;
    }

    /** What it is called in a sentence. */
    String adjective() {
        return adjective;
    }

    /** The exception of ours that takes the place of the vendor's of that name; null for other classes. */
    @Nullable
    String exception(String name) {
        String ours = switch (this) {
            case SYNC ->
                switch (name) {
                    case "com.aliyun.tea.TeaException" -> "ServiceException";
                    case "com.aliyun.tea.TeaUnretryableException" -> "TransportException";
                    default -> null;
                };
            case ASYNC ->
                switch (name) {
                    case "com.aliyun.sdk.gateway.pop.exception.PopClientException",
                            "com.aliyun.sdk.gateway.pop.exception.PopServerException",
                            "darabonba.core.exception.ClientException",
                            "darabonba.core.exception.ServerException" -> "ServiceException";
                    case "darabonba.core.exception.TeaException" -> "SdkException";
                    default -> null;
                };
            case FIRST ->
                switch (name) {
                    case "com.aliyuncs.exceptions.ServerException" -> "ServiceException";
                    case "com.aliyuncs.exceptions.ClientException" -> "SdkException";
                    default -> null;
                };
        };
        return ours == null ? null : "io.github.alimsg.core.error." + ours;
    }

    /** The package of the models. */
    String models(String product) {
        int digits = firstDigit(product);
        return switch (this) {
            case SYNC -> "com.aliyun." + product + ".models.";
            case ASYNC -> "com.aliyun.sdk.service." + product + ".models.";
            case FIRST -> "com.aliyuncs." + product.substring(0, digits) + ".model.v" + product.substring(digits) + ".";
        };
    }

    /** The classes of the client. */
    Set<String> clients(String product) {
        return switch (this) {
            case SYNC -> Set.of("com.aliyun." + product + ".Client");
            case ASYNC -> Set.of("com.aliyun.sdk.service." + product + ".AsyncClient");
            case FIRST -> Set.of("com.aliyuncs.IAcsClient", "com.aliyuncs.DefaultAcsClient");
        };
    }

    /** The product to which a class belongs, such as {@code dysmsapi20170525}; null for those of all products. */
    @Nullable
    String product(String name) {
        List<String> parts = Mapping.names(name);
        return switch (this) {
            case SYNC ->
                name.startsWith("com.aliyun.") && parts.size() > 3 && endsInDigit(parts.get(2)) ? parts.get(2) : null;
            case ASYNC -> name.startsWith("com.aliyun.sdk.service.") && parts.size() > 5 ? parts.get(4) : null;
            case FIRST ->
                name.startsWith("com.aliyuncs.")
                                && parts.size() > 4
                                && parts.get(3).equals("model")
                        ? parts.get(2) + parts.get(4).substring(1)
                        : null;
        };
    }

    /** The artifact of the client. */
    String artifact(String product) {
        return switch (this) {
            case SYNC -> product;
            case ASYNC -> "alibabacloud-" + product;
            case FIRST -> "aliyun-java-sdk-" + product.substring(0, firstDigit(product));
        };
    }

    /** The suffix of the class that holds a response's fields. */
    String body() {
        return this == FIRST ? "Response" : "ResponseBody";
    }

    private static boolean endsInDigit(String text) {
        return Character.isDigit(text.charAt(text.length() - 1));
    }

    private static int firstDigit(String product) {
        int at = 0;
        while (!Character.isDigit(product.charAt(at))) {
            at++;
        }
        return at;
    }
}
