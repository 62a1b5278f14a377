package io.github.alimsg.it.faults;

import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.Signature;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.CallInterruptedException;
import io.github.alimsg.core.error.CredentialsException;
import io.github.alimsg.core.error.MalformedResponseException;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** This SDK, by turns with its own policy, with a policy that would repeat everything, and with the other signature. */
final class SdkCaller implements Caller {
    static final Duration READ_TIMEOUT = Duration.ofMillis(300);

    private static final RetryPolicy EVERYTHING =
            failed -> failed.attempt() < 5 ? Duration.ofMillis(failed.attempt()) : null;

    private final List<DysmsInternationalClient> clients;

    SdkCaller(URI endpoint, Duration deadline) {
        this(endpoint, deadline, false);
    }

    SdkCaller(URI endpoint, Duration deadline, boolean replayGuard) {
        RetryPolicy plenty = RetryPolicy.builder()
                .baseDelay(Duration.ofMillis(10))
                .throttledBaseDelay(Duration.ofMillis(40))
                .budget(1_000_000)
                .build();
        clients = Stream.of(
                        client(endpoint, deadline, RetryPolicy.standard(), Signature.ACS3_HMAC_SHA256),
                        client(endpoint, deadline, EVERYTHING, Signature.ACS3_HMAC_SHA256),
                        client(endpoint, deadline, plenty, Signature.RPC_1_0))
                .map(builder -> builder.replayGuard(replayGuard).build())
                .toList();
    }

    private static DysmsInternationalClient.Builder client(
            URI endpoint, Duration deadline, RetryPolicy policy, Signature signature) {
        return DysmsInternationalClient.builder()
                .endpoint(endpoint)
                .credentials(CredentialsProviders.fixed(Marks.KEY_ID, Marks.SECRET))
                .timeout(deadline)
                .connectTimeout(READ_TIMEOUT)
                .readTimeout(READ_TIMEOUT)
                .maxReplyBytes(1 << 20)
                .retryPolicy(policy)
                .signature(signature);
    }

    @Override
    public Told send(int id) {
        DysmsInternationalClient sms = clients.get(id % clients.size());
        return told(() -> sms.sendMessageToGlobe(
                m -> m.to(Marks.number(id)).from("Acme").message(Marks.text(id)).taskId(Integer.toString(id))));
    }

    @Override
    public Told read(int id) {
        DysmsInternationalClient sms = clients.get(id / 6 % clients.size());
        return told(() -> sms.queryMessage(q -> q.messageId(Integer.toString(id))));
    }

    private static Told told(Supplier<SdkResponse> call) {
        try {
            return Told.answer(call.get().raw("/BizId"));
        } catch (SdkException e) {
            return Told.failure(kind(e), !e.mayHaveTakenEffect(), e);
        } catch (Throwable e) {
            return Told.failure(Told.LOST, false, e);
        }
    }

    private static String kind(SdkException e) {
        if (e instanceof TransportException transport) {
            return transport.delivery().name();
        } else if (e instanceof ServiceException service) {
            return "service: " + service.kind();
        } else if (e instanceof MalformedResponseException) {
            return "malformed";
        } else if (e instanceof CallInterruptedException || e instanceof CredentialsException) {
            return e.getClass().getSimpleName();
        }
        return Told.LOST;
    }

    @Override
    public void close() {
        clients.forEach(DysmsInternationalClient::close);
    }
}
