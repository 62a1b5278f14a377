package io.github.alimsg.spring.boot.queue;

import io.github.alimsg.queue.Site;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Settings of queues that receipts are read from. */
@ConfigurationProperties("alimsg.queues")
final class QueueProperties {
    /** Where the account was opened, which decides where its queues are. Without it no queue is read. */
    private @Nullable Site site;

    /** Names of the queues with receipts of CAMS, as the console shows them. */
    private List<String> cams = new ArrayList<>();

    /** Names of the queues with receipts of international text messages. */
    private List<String> smsInternational = new ArrayList<>();

    /** Names of the queues with receipts of text messages in mainland China. */
    private List<String> smsMainland = new ArrayList<>();

    /** Address of the queues, if it is not that of the site. */
    private @Nullable URI endpoint;

    /** Number of receipts of each queue that are handled at a time. */
    private @Nullable Integer workers;

    /** Time that a poll waits for a message. */
    private @Nullable Duration pollWait;

    public @Nullable Site getSite() {
        return site;
    }

    public void setSite(@Nullable Site site) {
        this.site = site;
    }

    public List<String> getCams() {
        return cams;
    }

    public void setCams(List<String> cams) {
        this.cams = cams;
    }

    public List<String> getSmsInternational() {
        return smsInternational;
    }

    public void setSmsInternational(List<String> smsInternational) {
        this.smsInternational = smsInternational;
    }

    public List<String> getSmsMainland() {
        return smsMainland;
    }

    public void setSmsMainland(List<String> smsMainland) {
        this.smsMainland = smsMainland;
    }

    public @Nullable URI getEndpoint() {
        return endpoint;
    }

    public void setEndpoint(@Nullable URI endpoint) {
        this.endpoint = endpoint;
    }

    public @Nullable Integer getWorkers() {
        return workers;
    }

    public void setWorkers(@Nullable Integer workers) {
        this.workers = workers;
    }

    public @Nullable Duration getPollWait() {
        return pollWait;
    }

    public void setPollWait(@Nullable Duration pollWait) {
        this.pollWait = pollWait;
    }
}
