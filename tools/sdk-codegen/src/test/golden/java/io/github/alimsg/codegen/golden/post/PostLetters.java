// Generated from metadata.json, customization.yaml and docs.yaml; do not edit.
package io.github.alimsg.codegen.golden.post;

import io.github.alimsg.codegen.golden.post.model.GetLetterRequest;
import io.github.alimsg.codegen.golden.post.model.GetLetterResponse;
import io.github.alimsg.codegen.golden.post.model.ListLettersRequest;
import io.github.alimsg.codegen.golden.post.model.ListLettersResponse;
import io.github.alimsg.codegen.golden.post.model.SendLetterRequest;
import io.github.alimsg.codegen.golden.post.model.SendLetterResponse;
import io.github.alimsg.core.Pager;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Letters: a part of {@link PostClient}, for code that needs no more of it.
 *
 * <p>Methods throw {@link io.github.alimsg.core.error.SdkException}, which says what happened, and never
 * return a failure.
 *
 * <ul>
 * <li>{@link #sendLetter(SendLetterRequest) sendLetter}: Sends a letter, e.g. a bill.</li>
 * <li>{@link #getLetter(GetLetterRequest) getLetter}: Returns a letter.</li>
 * <li>{@link #listLetters(ListLettersRequest) listLetters}: Lists letters, page by page.</li>
 * </ul>
 */
public interface PostLetters {
    /**
     * Sends a letter, e.g. a bill. It costs something; see {@link #getLetter(GetLetterRequest) getLetter}. Leave
     * {@code isvCode} out, and see {@code data.letterId}; {@code rawJson_} and {@code Anywhere} too.
     *
     * <ul>
     * <li>At most 50 calls a second per account.</li>
     * <li>Sends a message: never repeated once it may have arrived.</li>
     * <li>Permission: {@code post:SendLetter}.</li>
     * <li>Error codes to expect: {@code Post.Closed}, {@code Post.Full}.</li>
     * <li>{@link PostClient#stamps() stamps()}: Stamps for letters, sold one by one.</li>
     * </ul>
     *
     * <pre>{@code
     * var sent = post.sendLetter(m -> m.to("6281234567890").vars(Map.of("name", "Ada")));
     * System.out.println(sent.letterId());
     * }</pre>
     *
     * @param request the request
     * @return the response
     * @throws ServiceException when the service refuses the call, or fails; {@link ServiceException#kind() kind()} says why,
     *     such as {@code QUOTA}
     * @throws SdkException when no response arrives for another reason; ask
     *     {@link SdkException#mayHaveTakenEffect() mayHaveTakenEffect()} before calling again
     */
    SendLetterResponse sendLetter(SendLetterRequest request);

    /**
     * Sends a letter, e.g. a bill.
     * Like {@link #sendLetter(SendLetterRequest)}, the request built in place.
     *
     * @param request sets the request's fields
     * @return the response
     * @throws IllegalArgumentException when required fields are missing: names them all
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
     * @throws ServiceException when the service refuses the call, or fails; {@link ServiceException#kind() kind()} says why
     * @throws SdkException when no response arrives for another reason
     */
    GetLetterResponse getLetter(GetLetterRequest request);

    /**
     * Returns a letter.
     * Like {@link #getLetter(GetLetterRequest)}, the request built in place.
     *
     * @param request sets the request's fields
     * @return the response
     * @throws IllegalArgumentException when required fields are missing: names them all
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
     * @throws ServiceException when the service refuses the call, or fails; {@link ServiceException#kind() kind()} says why
     * @throws SdkException when no response arrives for another reason
     */
    ListLettersResponse listLetters(ListLettersRequest request);

    /**
     * Lists letters, page by page.
     * Like {@link #listLetters(ListLettersRequest)}, the request built in place.
     *
     * @param request sets the request's fields
     * @return the response
     * @throws IllegalArgumentException when required fields are missing: names them all
     */
    default ListLettersResponse listLetters(Consumer<ListLettersRequest.Builder> request) {
        ListLettersRequest.Builder builder = ListLettersRequest.builder();
        request.accept(builder);
        return listLetters(builder.build());
    }

    /**
     * All items that {@link #listLetters(ListLettersRequest) listLetters} lists, page after page. A page is fetched
     * when it is asked for; iterating throws what that method throws. {@link Pager#pages() pages()} gives whole
     * pages.
     *
     * @param request the request of the first page
     * @return the items, lazily
     */
    default Pager<ListLettersResponse, ListLettersResponse.DataList> allLetters(
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
     * Like {@link #allLetters(ListLettersRequest)}, the request built in place.
     * Starts at page 1 with 50 items per page unless the request says otherwise.
     *
     * @param request sets the request's fields
     * @return the items, lazily
     */
    default Pager<ListLettersResponse, ListLettersResponse.DataList> allLetters(
            Consumer<ListLettersRequest.Builder> request) {
        ListLettersRequest.Builder builder = ListLettersRequest.builder().pageNo(1).pageSize("50");
        request.accept(builder);
        return allLetters(builder.build());
    }

    /**
     * Like {@link #allLetters(ListLettersRequest)}, without a field set by the caller.
     * Starts at page 1 with 50 items per page unless the request says otherwise.
     *
     * @return the items, lazily
     */
    default Pager<ListLettersResponse, ListLettersResponse.DataList> allLetters() {
        return allLetters(request -> {});
    }
}
