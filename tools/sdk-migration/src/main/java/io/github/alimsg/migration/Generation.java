package io.github.alimsg.migration;

import java.util.List;

/** A generation of the vendor's SDK, with the way it names classes. */
enum Generation {
    /** {@code com.aliyun:dysmsapi20170525} and its siblings. */
    SYNC,
    /** {@code com.aliyun:alibabacloud-dysmsapi20170525} and its siblings. */
    ASYNC,
    /** {@code com.aliyun:aliyun-java-sdk-dysmsapi} and its siblings. */
    FIRST;

    /** The package of the models. */
    String models(String product) {
        int digits = firstDigit(product);
        return switch (this) {
            case SYNC -> "com.aliyun." + product + ".models.";
            case ASYNC -> "com.aliyun.sdk.service." + product + ".models.";
            case FIRST -> "com.aliyuncs." + product.substring(0, digits) + ".model.v" + product.substring(digits) + ".";
        };
    }

    /** The class of the client. */
    String client(String product) {
        return switch (this) {
            case SYNC -> "com.aliyun." + product + ".Client";
            case ASYNC -> "com.aliyun.sdk.service." + product + ".AsyncClient";
            case FIRST -> "com.aliyuncs.IAcsClient";
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

    /** The class of an object in another, by the wire names of the fields that lead there. */
    String nested(String owner, List<String> path) {
        return owner + "$"
                + switch (this) {
                    case SYNC -> owner + capitalized(path);
                    case ASYNC, FIRST -> path.get(path.size() - 1);
                };
    }

    private static String capitalized(List<String> path) {
        StringBuilder text = new StringBuilder();
        path.forEach(name -> text.append(Character.toUpperCase(name.charAt(0))).append(name.substring(1)));
        return text.toString();
    }

    private static int firstDigit(String product) {
        int at = 0;
        while (!Character.isDigit(product.charAt(at))) {
            at++;
        }
        return at;
    }
}
