package io.github.alimsg.spring.boot;

import org.springframework.boot.context.properties.NestedConfigurationProperty;

/** Settings of the clients of one account. */
class AccountProperties extends ClientProperties {
    /** Credentials to sign with. */
    @NestedConfigurationProperty
    private final CredentialsProperties credentials = new CredentialsProperties();

    /** Client of Chat App Message Service: WhatsApp, Messenger, Instagram and Viber. */
    @NestedConfigurationProperty
    private final ProductProperties cams = new ProductProperties();

    /** Client of international text messages. */
    @NestedConfigurationProperty
    private final ProductProperties smsInternational = new ProductProperties();

    /** Client of text messages in mainland China. */
    @NestedConfigurationProperty
    private final ProductProperties smsMainland = new ProductProperties();

    /** Client of Security Token Service. */
    @NestedConfigurationProperty
    private final ProductProperties sts = new ProductProperties();

    public CredentialsProperties getCredentials() {
        return credentials;
    }

    public ProductProperties getCams() {
        return cams;
    }

    public ProductProperties getSmsInternational() {
        return smsInternational;
    }

    public ProductProperties getSmsMainland() {
        return smsMainland;
    }

    public ProductProperties getSts() {
        return sts;
    }
}
