package io.github.alimsg.spring.boot;

import io.github.alimsg.core.credentials.CredentialsProvider;
import java.net.URI;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Where to call and how to sign, from something that runs beside the application, such as a fake of the service in tests.
 * A bean of this type beats all properties and all other credentials, for the clients of further accounts as well.
 */
public interface AlimsgConnectionDetails extends ConnectionDetails {
    /** {@return the endpoint that all clients call} */
    URI endpoint();

    /** {@return the credentials that all clients sign with} */
    CredentialsProvider credentials();
}
