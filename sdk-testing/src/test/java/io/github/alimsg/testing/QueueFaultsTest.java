package io.github.alimsg.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.testing.QueueClient.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Requests to queues are calls: they are recorded, stubbed, and get faults")
class QueueFaultsTest extends QueueTestCase {
    @Test
    void aStubRepliesInPlaceOfTheQueue() throws Exception {
        queue.putBody("a");
        cloud.when("BatchReceiveMessage")
                .thenRespond(Reply.xml(200, "<!DOCTYPE bomb []><bomb/>"))
                .thenFail(500, "InternalServerError", "later")
                .thenSucceed();

        assertThat(get(MANY).response().body()).isEqualTo("<!DOCTYPE bomb []><bomb/>");
        assertRefused(get(MANY), 500, "InternalServerError");
        assertThat(get(MANY).one("DequeueCount")).isEqualTo("1");
    }

    @Test
    void aLostReplyHidesWhatWasReceived() throws Exception {
        queue.putBody("a");
        cloud.faults(List.of(Fault.loseAnswer().onOperation("BatchReceiveMessage")));

        assertThatThrownBy(() -> get(MANY)).isInstanceOf(IOException.class);
        cloud.faults(List.of());

        assertThat(queue.inFlight()).isEqualTo(1);
        assertRefused(get(MANY), 404, "MessageNotExist");
        time.advance(Duration.ofSeconds(30));
        assertThat(get(MANY).one("DequeueCount")).isEqualTo("2");
    }

    @Test
    void aLostReplyToADeleteHasDeleted() throws Exception {
        queue.putBody("a");
        List<String> handles = List.of(receive());
        cloud.when("BatchDeleteMessage").thenCutAfterRequest().thenSucceed();

        assertThatThrownBy(() -> deleteAll(handles)).isInstanceOf(IOException.class);

        assertThat(queue.deleted()).isEqualTo(1);
        assertThat(deleteAll(handles).all("ErrorCode")).containsExactly("MessageNotExist");
    }

    @Test
    void faultsOfTheGatewayHaveTheQueuesCodes() throws Exception {
        cloud.faults(List.of(Fault.throttle()));
        assertRefused(get(MANY), 400, "QpsLimitExceeded");
        cloud.faults(List.of(Fault.keyRevoked()));
        assertRefused(get(MANY), 403, "InvalidAccessKeyId");
        cloud.faults(List.of(Fault.tokenExpired()));
        assertRefused(get(MANY), 403, "InvalidSecurityToken.Expired");
        cloud.faults(List.of(Fault.clockSkew(Duration.ofHours(1)).onOperation("BatchReceiveMessage")));
        Answer late = get(MANY);
        assertRefused(late, 408, "TimeExpired");
        assertThat(late.response().headers().firstValue("Date")).contains("Sat, 21 Nov 2026 11:00:00 GMT");
        cloud.faults(List.of(Fault.businessError("isv.ANY", "no")));
        assertRefused(get(MANY), 400, "isv.ANY");
        cloud.faults(List.of());
        cloud.when("BatchReceiveMessage").thenDeny("mns:ReceiveMessage");
        assertRefused(get(MANY), 403, "AccessDenied");
    }

    @Test
    void requestsAreRecordedAndListenedTo() throws Exception {
        List<ReceivedRequest> heard = new ArrayList<>();
        cloud.onRequest(heard::add);
        queue.putBody("a");
        Answer answer = get(MANY);

        assertThat(heard).hasSize(1);
        ReceivedRequest request = heard.get(0);
        assertThat(request.target()).isEqualTo(MANY);
        assertThat(request.reply())
                .satisfies(reply -> assertThat(reply)
                        .returns(200, Reply::status)
                        .returns(answer.response().body(), Reply::body));
        ReceivedCall call = cloud.received("BatchReceiveMessage").get(0);
        assertThat(call.parameter("numOfMessages")).isEqualTo("16");
        assertThat(call.accessKeyId()).isEqualTo(key.accessKeyId());
        assertThat(call.hasSecurityToken()).isTrue();
        assertThat(call.version()).isEqualTo("2015-06-06");
        assertThat(call.signedAt()).isEqualTo("2026-11-21T10:00:00Z");
        assertThat(call.signature()).isNull();
        String handle = answer.one("ReceiptHandle");
        delete(MESSAGES + "?ReceiptHandle=" + handle);
        assertThat(cloud.received("DeleteMessage").get(0).parameter("ReceiptHandle"))
                .isEqualTo(handle);
    }
}
