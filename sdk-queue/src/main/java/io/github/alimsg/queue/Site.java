package io.github.alimsg.queue;

import java.net.URI;

/**
 * Where an account was opened, which decides where its queues are: in an account of the vendor's, in one region.
 * Everything here is what the vendor documents, and can be set otherwise.
 */
public enum Site {
    /** aliyun.com. */
    CHINA("cn-hangzhou", "1943695596114318"),
    /** alibabacloud.com. */
    INTERNATIONAL("ap-southeast-1", "1493622401794734");

    private final String region;
    private final String accountId;

    Site(String region, String accountId) {
        this.region = region;
        this.accountId = accountId;
    }

    /** {@return the region that lends the keys and has the queues} */
    public String region() {
        return region;
    }

    /** {@return the id of the vendor's account that the queues belong to} */
    public String accountId() {
        return accountId;
    }

    /** {@return the address of the queues} */
    public URI queueEndpoint() {
        return URI.create("https://" + accountId + ".mns." + region + ".aliyuncs.com");
    }
}
