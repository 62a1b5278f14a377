package io.github.alimsg.spring.boot;

import org.jspecify.annotations.Nullable;

/** The products, and how their properties and beans are called. */
enum ProductKind {
    CAMS("cams", "io.github.alimsg.cams", "CamsClient"),
    SMS_INTERNATIONAL("sms-international", "io.github.alimsg.dysms.international", "DysmsInternationalClient"),
    SMS_MAINLAND("sms-mainland", "io.github.alimsg.dysms.mainland", "DysmsMainlandClient"),
    STS("sts", "io.github.alimsg.sts", "StsClient");

    private final String property;
    private final String clientPackage;
    private final String client;

    ProductKind(String property, String clientPackage, String client) {
        this.property = property;
        this.clientPackage = clientPackage;
        this.client = client;
    }

    /** Returns the class of a client, which the application may not have. */
    String clientClassName() {
        return clientPackage + "." + client;
    }

    /** Returns the name of its properties, such as {@code cams}. */
    String property() {
        return property;
    }

    /** Returns the name of a client's bean: {@code camsClient}, or {@code otherCamsClient} of the account "other". */
    String beanName(@Nullable String account) {
        return account == null ? Character.toLowerCase(client.charAt(0)) + client.substring(1) : account + client;
    }

    ProductProperties of(AccountProperties account) {
        return switch (this) {
            case CAMS -> account.getCams();
            case SMS_INTERNATIONAL -> account.getSmsInternational();
            case SMS_MAINLAND -> account.getSmsMainland();
            case STS -> account.getSts();
        };
    }
}
