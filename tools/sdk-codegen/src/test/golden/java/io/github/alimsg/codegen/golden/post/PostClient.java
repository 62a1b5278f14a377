package io.github.alimsg.codegen.golden.post;

import io.github.alimsg.codegen.golden.post.model.CloseAccountRequest;
import io.github.alimsg.codegen.golden.post.model.CloseAccountResponse;
import io.github.alimsg.codegen.golden.post.model.GetLetterRequest;
import io.github.alimsg.codegen.golden.post.model.GetLetterResponse;
import io.github.alimsg.codegen.golden.post.model.ListDrawersRequest;
import io.github.alimsg.codegen.golden.post.model.ListDrawersResponse;
import io.github.alimsg.codegen.golden.post.model.ListLettersRequest;
import io.github.alimsg.codegen.golden.post.model.ListLettersResponse;
import io.github.alimsg.codegen.golden.post.model.ListParcelsRequest;
import io.github.alimsg.codegen.golden.post.model.ListParcelsResponse;
import io.github.alimsg.codegen.golden.post.model.ListRoomsRequest;
import io.github.alimsg.codegen.golden.post.model.ListRoomsResponse;
import io.github.alimsg.codegen.golden.post.model.MoveRoomRequest;
import io.github.alimsg.codegen.golden.post.model.MoveRoomResponse;
import io.github.alimsg.codegen.golden.post.model.SendLetterRequest;
import io.github.alimsg.codegen.golden.post.model.SendLetterResponse;
import io.github.alimsg.core.ClientBuilder;
import io.github.alimsg.core.Pager;
import io.github.alimsg.core.SdkClient;
import io.github.alimsg.core.spi.ClientCore;
import io.github.alimsg.core.wire.Generated;
import io.github.alimsg.core.wire.Product;
import java.util.List;
import java.util.function.Consumer;

/**
 * Client of Post office: the API {@code Post} 2026-01-01.
 *
 * <p>Immutable and thread-safe; create one and keep it. Methods throw
 * {@link io.github.alimsg.core.error.SdkException}, which says what happened, and never return
 * a failure.
 *
 * <h2>Letters</h2>
 * <ul>
 * <li>{@link #sendLetter(SendLetterRequest) sendLetter}: Sends a letter, e.g. a bill.</li>
 * <li>{@link #getLetter(GetLetterRequest) getLetter}: Returns a letter.</li>
 * <li>{@link #listLetters(ListLettersRequest) listLetters}: Lists letters, page by page.</li>
 * </ul>
 *
 * <h2>Rooms &amp; parcels</h2>
 * <ul>
 * <li>{@link #listParcels(ListParcelsRequest) listParcels}: Lists parcels.</li>
 * <li>{@link #listDrawers(ListDrawersRequest) listDrawers}: Lists drawers.</li>
 * <li>{@link #listRooms(ListRoomsRequest) listRooms}: Lists rooms.</li>
 * <li>{@link #moveRoom(MoveRoomRequest) moveRoom}: Moves a room.</li>
 * <li>{@link #closeAccount(CloseAccountRequest) closeAccount}: Closes the account | for good.</li>
 * </ul>
 */
@Generated
public interface PostClient extends SdkClient<PostClient> {
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
     * Sends a letter, e.g. a bill. It costs something; see {@link #getLetter(GetLetterRequest) getLetter}.
     *
     * <ul>
     * <li>At most 50 calls a second per account.</li>
     * <li>Sends a message: never repeated once it may have arrived.</li>
     * <li>Permission: {@code post:SendLetter}.</li>
     * <li>Error codes to expect: {@code Post.Closed}, {@code Post.Full}.</li>
     * </ul>
     *
     * @param request the request
     * @return the response
     */
    SendLetterResponse sendLetter(SendLetterRequest request);

    /**
     * Sends a letter, e.g. a bill.
     * Like {@link #sendLetter(SendLetterRequest)}, the request built in place.
     *
     * @param request sets the request's fields
     * @return the response
     */
    default SendLetterResponse sendLetter(Consumer<SendLetterRequest.Builder> request) {
        SendLetterRequest.Builder builder = SendLetterRequest.builder();
        request.accept(builder);
        return sendLetter(builder.build());
    }

    /**
     * Returns a letter. Nothing else.
     *
     * <ul>
     * <li>At most 50 calls a second per account.</li>
     * <li>A read: repeated after a lost reply.</li>
     * <li>Permission: {@code mail:ReadLetter}.</li>
     * </ul>
     *
     * @param request the request
     * @return the response
     */
    GetLetterResponse getLetter(GetLetterRequest request);

    /**
     * Returns a letter.
     * Like {@link #getLetter(GetLetterRequest)}, the request built in place.
     *
     * @param request sets the request's fields
     * @return the response
     */
    default GetLetterResponse getLetter(Consumer<GetLetterRequest.Builder> request) {
        GetLetterRequest.Builder builder = GetLetterRequest.builder();
        request.accept(builder);
        return getLetter(builder.build());
    }

    /**
     * Lists letters, page by page.
     *
     * <ul>
     * <li>A read: repeated after a lost reply.</li>
     * <li>Permission: {@code post:ListLetters}.</li>
     * </ul>
     *
     * @param request the request
     * @return the response
     */
    ListLettersResponse listLetters(ListLettersRequest request);

    /**
     * Lists letters, page by page.
     * Like {@link #listLetters(ListLettersRequest)}, the request built in place.
     *
     * @param request sets the request's fields
     * @return the response
     */
    default ListLettersResponse listLetters(Consumer<ListLettersRequest.Builder> request) {
        ListLettersRequest.Builder builder = ListLettersRequest.builder();
        request.accept(builder);
        return listLetters(builder.build());
    }

    /**
     * The items of all pages of {@link #listLetters(ListLettersRequest)}, each page fetched when it is asked for.
     *
     * @param request the request of the first page
     * @return the items, lazily
     */
    default Pager<ListLettersResponse, ListLettersResponse.DataList> listLettersPages(
            ListLettersRequest request) {
        Long given = request.pageNo();
        int first = given == null ? 1 : Math.toIntExact(given);
        return Pager.byNumber(
                first,
                number -> listLetters(request.toBuilder().pageNo(number).build()),
                response -> {
                    ListLettersResponse.Data object = response.data();
                    if (object == null) {
                        return List.of();
                    }
                    return object.list();
                },
                response -> {
                    ListLettersResponse.Data object = response.data();
                    if (object == null) {
                        return null;
                    }
                    Integer count = object.total();
                    return count == null ? null : count.longValue();
                });
    }

    /**
     * Like {@link #listLettersPages(ListLettersRequest)}, the request built in place.
     * Starts at page 1 with 50 items per page unless the request says otherwise.
     *
     * @param request sets the request's fields
     * @return the items, lazily
     */
    default Pager<ListLettersResponse, ListLettersResponse.DataList> listLettersPages(
            Consumer<ListLettersRequest.Builder> request) {
        ListLettersRequest.Builder builder = ListLettersRequest.builder().pageNo(1).pageSize("50");
        request.accept(builder);
        return listLettersPages(builder.build());
    }

    /**
     * Lists parcels.
     *
     * <ul>
     * <li>A read: repeated after a lost reply.</li>
     * <li>Permission: {@code post:ListParcels}.</li>
     * </ul>
     *
     * @param request the request
     * @return the response
     */
    ListParcelsResponse listParcels(ListParcelsRequest request);

    /**
     * Lists parcels.
     * Like {@link #listParcels(ListParcelsRequest)}, the request built in place.
     *
     * @param request sets the request's fields
     * @return the response
     */
    default ListParcelsResponse listParcels(Consumer<ListParcelsRequest.Builder> request) {
        ListParcelsRequest.Builder builder = ListParcelsRequest.builder();
        request.accept(builder);
        return listParcels(builder.build());
    }

    /**
     * Lists parcels.
     * Like {@link #listParcels(ListParcelsRequest)}, without any field set.
     *
     * @return the response
     */
    default ListParcelsResponse listParcels() {
        return listParcels(ListParcelsRequest.builder().build());
    }

    /**
     * The items of all pages of {@link #listParcels(ListParcelsRequest)}, each page fetched when it is asked for.
     *
     * @param request the request of the first page
     * @return the items, lazily
     */
    default Pager<ListParcelsResponse, ListParcelsResponse.Parcel> listParcelsPages(
            ListParcelsRequest request) {
        ListParcelsRequest.PageRequest holder = request.page();
        Integer given = holder == null ? null : holder.index();
        int first = given == null ? 1 : given;
        return Pager.byNumber(
                first,
                number -> listParcels(request.toBuilder()
                    .page((holder == null ? ListParcelsRequest.PageRequest.builder().size(20) : holder.toBuilder())
                            .index(number)
                            .build())
                    .build()),
                ListParcelsResponse::parcels,
                ListParcelsResponse::total);
    }

    /**
     * Like {@link #listParcelsPages(ListParcelsRequest)}, the request built in place.
     *
     * @param request sets the request's fields
     * @return the items, lazily
     */
    default Pager<ListParcelsResponse, ListParcelsResponse.Parcel> listParcelsPages(
            Consumer<ListParcelsRequest.Builder> request) {
        ListParcelsRequest.Builder builder = ListParcelsRequest.builder();
        request.accept(builder);
        return listParcelsPages(builder.build());
    }

    /**
     * Lists drawers.
     *
     * <ul>
     * <li>A read: repeated after a lost reply.</li>
     * <li>Permission: {@code post:ListDrawers}.</li>
     * </ul>
     *
     * @param request the request
     * @return the response
     */
    ListDrawersResponse listDrawers(ListDrawersRequest request);

    /**
     * Lists drawers.
     * Like {@link #listDrawers(ListDrawersRequest)}, the request built in place.
     *
     * @param request sets the request's fields
     * @return the response
     */
    default ListDrawersResponse listDrawers(Consumer<ListDrawersRequest.Builder> request) {
        ListDrawersRequest.Builder builder = ListDrawersRequest.builder();
        request.accept(builder);
        return listDrawers(builder.build());
    }

    /**
     * Lists drawers.
     * Like {@link #listDrawers(ListDrawersRequest)}, without any field set.
     *
     * @return the response
     */
    default ListDrawersResponse listDrawers() {
        return listDrawers(ListDrawersRequest.builder().build());
    }

    /**
     * The items of all pages of {@link #listDrawers(ListDrawersRequest)}, each page fetched when it is asked for.
     *
     * @param request the request of the first page
     * @return the items, lazily
     */
    default Pager<ListDrawersResponse, String> listDrawersPages(ListDrawersRequest request) {
        return Pager.byToken(
                request.nextToken(),
                token -> token == null ? listDrawers(request) : listDrawers(request.toBuilder().nextToken(token).build()),
                ListDrawersResponse::drawers,
                ListDrawersResponse::nextToken);
    }

    /**
     * Like {@link #listDrawersPages(ListDrawersRequest)}, the request built in place.
     *
     * @param request sets the request's fields
     * @return the items, lazily
     */
    default Pager<ListDrawersResponse, String> listDrawersPages(
            Consumer<ListDrawersRequest.Builder> request) {
        ListDrawersRequest.Builder builder = ListDrawersRequest.builder();
        request.accept(builder);
        return listDrawersPages(builder.build());
    }

    /**
     * Lists rooms.
     *
     * <ul>
     * <li>A read: repeated after a lost reply.</li>
     * <li>Permission: {@code post:ListRooms}.</li>
     * </ul>
     *
     * @param request the request
     * @return the response
     */
    ListRoomsResponse listRooms(ListRoomsRequest request);

    /**
     * Lists rooms.
     * Like {@link #listRooms(ListRoomsRequest)}, the request built in place.
     *
     * @param request sets the request's fields
     * @return the response
     */
    default ListRoomsResponse listRooms(Consumer<ListRoomsRequest.Builder> request) {
        ListRoomsRequest.Builder builder = ListRoomsRequest.builder();
        request.accept(builder);
        return listRooms(builder.build());
    }

    /**
     * Lists rooms.
     * Like {@link #listRooms(ListRoomsRequest)}, without any field set.
     *
     * @return the response
     */
    default ListRoomsResponse listRooms() {
        return listRooms(ListRoomsRequest.builder().build());
    }

    /**
     * The items of all pages of {@link #listRooms(ListRoomsRequest)}, each page fetched when it is asked for.
     *
     * @param request the request of the first page
     * @return the items, lazily
     */
    default Pager<ListRoomsResponse, String> listRoomsPages(ListRoomsRequest request) {
        return Pager.single(() -> listRooms(request), ListRoomsResponse::data);
    }

    /**
     * Like {@link #listRoomsPages(ListRoomsRequest)}, the request built in place.
     *
     * @param request sets the request's fields
     * @return the items, lazily
     */
    default Pager<ListRoomsResponse, String> listRoomsPages(
            Consumer<ListRoomsRequest.Builder> request) {
        ListRoomsRequest.Builder builder = ListRoomsRequest.builder();
        request.accept(builder);
        return listRoomsPages(builder.build());
    }

    /**
     * Moves a room.
     *
     * <ul>
     * <li>Sets a state: repeated after a lost reply only by opt-in.</li>
     * <li>Permission: {@code post:MoveRoom}.</li>
     * <li>Error codes to expect: {@code Post.Closed}, {@code Post.Full}.</li>
     * </ul>
     *
     * @param request the request
     * @return the response
     * @deprecated Use {@link #closeAccount(CloseAccountRequest) closeAccount}.
     */
    @Deprecated
    MoveRoomResponse moveRoom(MoveRoomRequest request);

    /**
     * Moves a room.
     * Like {@link #moveRoom(MoveRoomRequest)}, the request built in place.
     *
     * @param request sets the request's fields
     * @return the response
     * @deprecated Use {@link #closeAccount(CloseAccountRequest) closeAccount}.
     */
    @Deprecated
    default MoveRoomResponse moveRoom(Consumer<MoveRoomRequest.Builder> request) {
        MoveRoomRequest.Builder builder = MoveRoomRequest.builder();
        request.accept(builder);
        return moveRoom(builder.build());
    }

    /**
     * Moves a room.
     * Like {@link #moveRoom(MoveRoomRequest)}, without any field set.
     *
     * @return the response
     * @deprecated Use {@link #closeAccount(CloseAccountRequest) closeAccount}.
     */
    @Deprecated
    default MoveRoomResponse moveRoom() {
        return moveRoom(MoveRoomRequest.builder().build());
    }

    /**
     * Closes the account | for good.
     *
     * <ul>
     * <li>At most 1 call a second per account.</li>
     * <li>Removes something: repeated after a lost reply only by opt-in.</li>
     * </ul>
     *
     * @param request the request
     * @return the response
     */
    CloseAccountResponse closeAccount(CloseAccountRequest request);

    /**
     * Closes the account | for good.
     * Like {@link #closeAccount(CloseAccountRequest)}, the request built in place.
     *
     * @param request sets the request's fields
     * @return the response
     */
    default CloseAccountResponse closeAccount(Consumer<CloseAccountRequest.Builder> request) {
        CloseAccountRequest.Builder builder = CloseAccountRequest.builder();
        request.accept(builder);
        return closeAccount(builder.build());
    }

    /**
     * Closes the account | for good.
     * Like {@link #closeAccount(CloseAccountRequest)}, without any field set.
     *
     * @return the response
     */
    default CloseAccountResponse closeAccount() {
        return closeAccount(CloseAccountRequest.builder().build());
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
