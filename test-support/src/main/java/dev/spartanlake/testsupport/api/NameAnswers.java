package dev.spartanlake.testsupport.api;

import dev.spartanlake.generator.json.JsonObject;
import dev.spartanlake.generator.service.UserDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Answers about who is called what.
final class NameAnswers {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final World world;

    NameAnswers(World world) {
        this.world = world;
    }

    Reply me() {
        return user(world.owner().xuid());
    }

    /// Somebody by their number; 400 where there is nobody.
    Reply user(long xuid) {
        return world.gamertag(xuid)
                .map(name -> Reply.json(UserDocument.of(xuid, name).toString()))
                .orElseGet(() -> Reply.empty(400));
    }

    /// Somebody by name; 400 where there is nobody.
    Reply named(String gamertag) {
        return world.xuid(gamertag).map(this::user).orElseGet(() -> Reply.empty(400));
    }

    /// Several by their numbers; those that nobody has are left out.
    Reply users(Request request) {
        List<JsonObject> users = new ArrayList<>();
        for (String xuid : request.list("xuids")) {
            if (!NUMBER.matcher(xuid).matches()) {
                return Reply.empty(400);
            }
            world.gamertag(Long.parseLong(xuid))
                    .ifPresent(name -> users.add(UserDocument.of(Long.parseLong(xuid), name)));
        }
        return Reply.json(JsonObject.array(users));
    }

    /// The same, as Xbox answers it.
    Reply xboxProfiles(Request request) {
        List<JsonObject> users = new ArrayList<>();
        for (JsonNode id : request.json().path("userIds")) {
            Optional<String> name = world.gamertag(id.asLong());
            name.ifPresent(value -> users.add(new JsonObject()
                    .with("id", id.asString())
                    .with("hostId", id.asString())
                    .with(
                            "settings",
                            List.of(new JsonObject().with("id", "Gamertag").with("value", value)))
                    .with("isSponsoredUser", false)));
        }
        return Reply.json(new JsonObject().with("profileUsers", users).toString());
    }
}
