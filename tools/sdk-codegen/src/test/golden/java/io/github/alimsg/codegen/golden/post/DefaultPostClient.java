// Generated from metadata.json, customization.yaml and docs.yaml; do not edit.
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
import io.github.alimsg.core.ClientOptions;
import io.github.alimsg.core.Setting;
import io.github.alimsg.core.spi.ClientCore;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Passes every call to the engine.
 */
final class DefaultPostClient implements PostClient {
    private final ClientCore core;

    DefaultPostClient(ClientCore core) {
        this.core = core;
    }

    @Override
    public CloseAccountResponse closeAccount(CloseAccountRequest request) {
        return core.call(CloseAccountRequest.OPERATION, request);
    }

    @Override
    public GetLetterResponse getLetter(GetLetterRequest request) {
        return core.call(GetLetterRequest.OPERATION, request);
    }

    @Override
    public ListDrawersResponse listDrawers(ListDrawersRequest request) {
        return core.call(ListDrawersRequest.OPERATION, request);
    }

    @Override
    public ListLettersResponse listLetters(ListLettersRequest request) {
        return core.call(ListLettersRequest.OPERATION, request);
    }

    @Override
    public ListParcelsResponse listParcels(ListParcelsRequest request) {
        return core.call(ListParcelsRequest.OPERATION, request);
    }

    @Override
    public ListRoomsResponse listRooms(ListRoomsRequest request) {
        return core.call(ListRoomsRequest.OPERATION, request);
    }

    @Override
    @SuppressWarnings("deprecation")
    public MoveRoomResponse moveRoom(MoveRoomRequest request) {
        return core.call(MoveRoomRequest.OPERATION, request);
    }

    @Override
    public SendLetterResponse sendLetter(SendLetterRequest request) {
        return core.call(SendLetterRequest.OPERATION, request);
    }

    @Override
    public Stamps stamps() {
        return new Stamps(this, core);
    }

    @Override
    public PostClient withOptions(Consumer<ClientOptions.Builder> change) {
        return new DefaultPostClient(core.withOptions(change));
    }

    @Override
    public <T> CompletableFuture<T> async(Function<? super PostClient, ? extends T> call) {
        return core.async(() -> call.apply(this));
    }

    @Override
    public List<Setting> settings() {
        return core.settings();
    }

    @Override
    public OptionalInt connectionsInUse() {
        return core.connectionsInUse();
    }

    @Override
    public int warmUp(int connections) {
        return core.warmUp(connections);
    }

    @Override
    public void close() {
        core.close();
    }

    @Override
    public void close(Duration longest) {
        core.close(longest);
    }

    @Override
    public String toString() {
        return "PostClient[" + core + "]";
    }
}
