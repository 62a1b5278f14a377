package io.github.alimsg.core.lookup;

import io.github.alimsg.core.error.SdkException;
import java.util.List;
import java.util.Set;

/**
 * Looks up a message whose delivery is unknown, in what the service lists as sent. Clients have one for their product,
 * such as {@code sms.lookup()}.
 *
 * <p>A look-up finds a message, or does not find it <em>yet</em>: records appear with an undocumented delay, and the
 * service promises none. An empty list never means that nothing was sent.
 *
 * <p>Every look-up only reads, over the client that it comes from: with its settings, timeouts and repeats. Safe for use
 * by any number of threads.
 */
public interface SendLookup {
    /**
     * {@return the sending operations whose messages it can find, as the service names them, such as {@code SendSms}}
     * Messages of any other operation are never found, and nothing is asked about them.
     */
    Set<String> operations();

    /**
     * Finds the messages that match a query.
     *
     * @param query what is known of the message
     * @return all that match, as far as the product's look-up reads; empty when there is none yet
     * @throws SdkException when the service could not be asked, or its reply not be read: this says nothing about the
     *     message, even though {@link SdkException#mayHaveTakenEffect()} is false
     */
    List<FoundMessage> find(SentQuery query);
}
