// Generated from metadata.json, customization.yaml and docs.yaml; do not edit.
package io.github.alimsg.codegen.golden.post;

import io.github.alimsg.core.ClientBuilder;
import io.github.alimsg.core.SdkClient;
import io.github.alimsg.core.spi.ClientCore;
import io.github.alimsg.core.wire.Product;

/**
 * Client of Post office: the API {@code Post} 2026-01-01.
 *
 * <p>Immutable and thread-safe; create one and keep it. Methods throw
 * {@link io.github.alimsg.core.error.SdkException}, which says what happened, and never return
 * a failure.
 *
 * <p>Each area is an interface of its own, for code that needs no more:
 * <ul>
 * <li>{@link PostLetters}: {@link PostLetters#sendLetter sendLetter}, {@link PostLetters#getLetter getLetter},
 * {@link PostLetters#listLetters listLetters}</li>
 * <li>{@link PostPlaces}: {@link PostPlaces#listParcels listParcels}, {@link PostPlaces#listDrawers listDrawers},
 * {@link PostPlaces#listRooms listRooms}, {@link PostPlaces#moveRoom moveRoom},
 * {@link PostPlaces#closeAccount closeAccount}</li>
 * </ul>
 */
public interface PostClient extends PostLetters, PostPlaces, SdkClient<PostClient> {
    /**
     * The API that this client calls.
     */
    Product PRODUCT = new PostClientProduct();

    /**
     * Creates a client with default settings: region and credentials come from the environment.
     *
     * @return the client
     */
    static PostClient create() {
        return builder().build();
    }

    /**
     * Returns a builder with default settings.
     *
     * @return the builder
     */
    static Builder builder() {
        return new Builder();
    }

    /**
     * Stamps for letters, sold one by one.
     *
     * @return the helper, which uses this client
     */
    Stamps stamps();

    /**
     * Builds a {@link PostClient}.
     */
    final class Builder extends ClientBuilder<Builder> {
        private Builder() {
        }

        /**
         * Builds the client. Does not connect or ask for credentials yet.
         *
         * @return the client
         */
        public PostClient build() {
            return new DefaultPostClient(ClientCore.create(PRODUCT, this));
        }
    }
}
