package io.github.alimsg.core.batch;

import io.github.alimsg.core.SdkRequest;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.intercept.CallJournal;
import io.github.alimsg.core.spi.ClientCore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Splits a list into parts, in order. */
final class PartSplitter<R, I extends SdkRequest, O extends SdkResponse> {
    /**
     * The maximum size of a part's query in bytes, unless a single recipient needs more. Above some undocumented size
     * the gateway replies with 414; this value is our choice.
     */
    private static final int MAX_QUERY_BYTES = 16 * 1024;

    private final ClientCore core;
    private final BatchCall<R, I, O> call;
    private final List<PartCall<R, I, O>> parts = new ArrayList<>();

    private PartSplitter(ClientCore core, BatchCall<R, I, O> call) {
        this.core = core;
        this.call = call;
    }

    /** Returns the parts of a list. Their requests have been written, so that invalid ones are refused before any is sent. */
    static <R, I extends SdkRequest, O extends SdkResponse> List<PartCall<R, I, O>> split(
            ClientCore core, BatchCall<R, I, O> call, List<R> recipients) {
        var splitter = new PartSplitter<>(core, call);
        splitter.split(recipients);
        return splitter.parts;
    }

    private void split(List<R> recipients) {
        Set<Object> addresses = new HashSet<>();
        int start = 0;
        for (int i = 0; i < recipients.size(); i++) {
            Object address = call.address(recipients.get(i));
            if (i - start == call.maxRecipients() || addresses.contains(address)) {
                splitToFit(recipients.subList(start, i));
                addresses.clear();
                start = i;
            }
            addresses.add(address);
        }
        if (start < recipients.size()) {
            splitToFit(recipients.subList(start, recipients.size()));
        }
    }

    /** Splits a part in halves until the query is short enough. */
    private void splitToFit(List<R> recipients) {
        var part = new PartCall<>(core, call, recipients, null);
        int middle = recipients.size() / 2;
        // Written even where nothing can be split, so that invalid requests are refused before anything is sent.
        if (part.queryLength() > MAX_QUERY_BYTES && middle > 0) {
            splitToFit(recipients.subList(0, middle));
            splitToFit(recipients.subList(middle, recipients.size()));
        } else {
            parts.add(part);
        }
    }

    /** Describes the call of recipients who are one part; null when they are not, or an address is there twice. */
    static <R, I extends SdkRequest> CallJournal.@Nullable Call describe(
            ClientCore core, BatchCall<R, I, ?> call, List<R> recipients) {
        Set<Object> addresses = new HashSet<>(2 * recipients.size());
        for (R recipient : recipients) {
            if (!addresses.add(call.address(recipient))) {
                return null;
            }
        }
        if (recipients.size() > call.maxRecipients()) {
            return null;
        }
        call.check(recipients);
        int maxQuery = recipients.size() == 1 ? Integer.MAX_VALUE : MAX_QUERY_BYTES;
        return core.engine().describeIfShort(call.operation(), call.request(recipients, null), maxQuery);
    }

    /** Refuses a list that can't be sent as a whole, and the same message to the same address twice, as a mistake. */
    static <R> void check(BatchCall<R, ?, ?> call, List<R> recipients) {
        if (!recipients.isEmpty()) {
            call.check(recipients);
        }
        Map<Object, Integer> places = new HashMap<>();
        for (int i = 0; i < recipients.size(); i++) {
            R recipient = recipients.get(i);
            Integer before = places.putIfAbsent(List.of(call.address(recipient), call.content(recipient)), i);
            if (before != null) {
                throw new IllegalArgumentException("recipients " + (before + 1) + " and " + (i + 1)
                        + " of the list are the same message to the same address; remove one, or send the second in a"
                        + " separate batch if it is intended");
            }
        }
    }
}
