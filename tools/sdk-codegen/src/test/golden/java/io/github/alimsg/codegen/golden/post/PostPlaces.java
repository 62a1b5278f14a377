// Generated from metadata.json, customization.yaml and docs.yaml; do not edit.
package io.github.alimsg.codegen.golden.post;

import io.github.alimsg.codegen.golden.post.model.CloseAccountRequest;
import io.github.alimsg.codegen.golden.post.model.CloseAccountResponse;
import io.github.alimsg.codegen.golden.post.model.ListDrawersRequest;
import io.github.alimsg.codegen.golden.post.model.ListDrawersResponse;
import io.github.alimsg.codegen.golden.post.model.ListParcelsRequest;
import io.github.alimsg.codegen.golden.post.model.ListParcelsResponse;
import io.github.alimsg.codegen.golden.post.model.ListRoomsRequest;
import io.github.alimsg.codegen.golden.post.model.ListRoomsResponse;
import io.github.alimsg.codegen.golden.post.model.MoveRoomRequest;
import io.github.alimsg.codegen.golden.post.model.MoveRoomResponse;
import io.github.alimsg.core.Pager;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceException;
import java.util.function.Consumer;

/**
 * Rooms &amp; parcels: a part of {@link PostClient}, for code that needs no more of it.
 *
 * <p>Methods throw {@link io.github.alimsg.core.error.SdkException}, which says what happened, and never
 * return a failure.
 *
 * <ul>
 * <li>{@link #listParcels(ListParcelsRequest) listParcels}: Lists parcels.</li>
 * <li>{@link #listDrawers(ListDrawersRequest) listDrawers}: Lists drawers.</li>
 * <li>{@link #listRooms(ListRoomsRequest) listRooms}: Lists rooms.</li>
 * <li>{@link #moveRoom(MoveRoomRequest) moveRoom}: Moves a room.</li>
 * <li>{@link #closeAccount(CloseAccountRequest) closeAccount}: Closes the account | for good.</li>
 * </ul>
 */
public interface PostPlaces {
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
     * @throws ServiceException when the service refuses the call, or fails; {@link ServiceException#kind() kind()} says why
     * @throws SdkException when no response arrives for another reason
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
     * All items that {@link #listParcels(ListParcelsRequest) listParcels} lists, page after page. A page is fetched
     * when it is asked for; iterating throws what that method throws. {@link Pager#pages() pages()} gives whole
     * pages.
     *
     * @param request the request of the first page
     * @return the items, lazily
     */
    default Pager<ListParcelsResponse, ListParcelsResponse.Parcel> allParcels(
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
     * Like {@link #allParcels(ListParcelsRequest)}, the request built in place.
     *
     * @param request sets the request's fields
     * @return the items, lazily
     */
    default Pager<ListParcelsResponse, ListParcelsResponse.Parcel> allParcels(
            Consumer<ListParcelsRequest.Builder> request) {
        ListParcelsRequest.Builder builder = ListParcelsRequest.builder();
        request.accept(builder);
        return allParcels(builder.build());
    }

    /**
     * Like {@link #allParcels(ListParcelsRequest)}, without a field set by the caller.
     *
     * @return the items, lazily
     */
    default Pager<ListParcelsResponse, ListParcelsResponse.Parcel> allParcels() {
        return allParcels(request -> {});
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
     * @throws ServiceException when the service refuses the call, or fails; {@link ServiceException#kind() kind()} says why
     * @throws SdkException when no response arrives for another reason
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
     * All items that {@link #listDrawers(ListDrawersRequest) listDrawers} lists, page after page. A page is fetched
     * when it is asked for; iterating throws what that method throws. {@link Pager#pages() pages()} gives whole
     * pages.
     *
     * @param request the request of the first page
     * @return the items, lazily
     */
    default Pager<ListDrawersResponse, String> allDrawers(ListDrawersRequest request) {
        return Pager.byToken(
                request.nextToken(),
                token -> token == null ? listDrawers(request) : listDrawers(request.toBuilder().nextToken(token).build()),
                ListDrawersResponse::drawers,
                ListDrawersResponse::nextToken);
    }

    /**
     * Like {@link #allDrawers(ListDrawersRequest)}, the request built in place.
     *
     * @param request sets the request's fields
     * @return the items, lazily
     */
    default Pager<ListDrawersResponse, String> allDrawers(
            Consumer<ListDrawersRequest.Builder> request) {
        ListDrawersRequest.Builder builder = ListDrawersRequest.builder();
        request.accept(builder);
        return allDrawers(builder.build());
    }

    /**
     * Like {@link #allDrawers(ListDrawersRequest)}, without a field set by the caller.
     *
     * @return the items, lazily
     */
    default Pager<ListDrawersResponse, String> allDrawers() {
        return allDrawers(request -> {});
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
     * @throws ServiceException when the service refuses the call, or fails; {@link ServiceException#kind() kind()} says why
     * @throws SdkException when no response arrives for another reason
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
     * All items that {@link #listRooms(ListRoomsRequest) listRooms} lists, page after page. A page is fetched when
     * it is asked for; iterating throws what that method throws. {@link Pager#pages() pages()} gives whole pages.
     *
     * @param request the request of the first page
     * @return the items, lazily
     */
    default Pager<ListRoomsResponse, String> everyRoom(ListRoomsRequest request) {
        return Pager.single(() -> listRooms(request), ListRoomsResponse::data);
    }

    /**
     * Like {@link #everyRoom(ListRoomsRequest)}, the request built in place.
     *
     * @param request sets the request's fields
     * @return the items, lazily
     */
    default Pager<ListRoomsResponse, String> everyRoom(Consumer<ListRoomsRequest.Builder> request) {
        ListRoomsRequest.Builder builder = ListRoomsRequest.builder();
        request.accept(builder);
        return everyRoom(builder.build());
    }

    /**
     * Like {@link #everyRoom(ListRoomsRequest)}, without a field set by the caller.
     *
     * @return the items, lazily
     */
    default Pager<ListRoomsResponse, String> everyRoom() {
        return everyRoom(request -> {});
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
     * @throws ServiceException when the service refuses the call, or fails; {@link ServiceException#kind() kind()} says why,
     *     such as {@code QUOTA}
     * @throws SdkException when no response arrives for another reason; ask
     *     {@link SdkException#mayHaveTakenEffect() mayHaveTakenEffect()} before calling again
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
     * @throws ServiceException when the service refuses the call, or fails; {@link ServiceException#kind() kind()} says why
     * @throws SdkException when no response arrives for another reason; ask
     *     {@link SdkException#mayHaveTakenEffect() mayHaveTakenEffect()} before calling again
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
}
