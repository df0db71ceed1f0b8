package dev.spartanlake.cli.demo;

import dev.spartanlake.Warehouse;
import dev.spartanlake.catalog.Assets;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.generator.AssetKind;
import dev.spartanlake.generator.AssetName;
import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedDocument;
import dev.spartanlake.generator.GeneratedMatch;
import dev.spartanlake.generator.TrackedPlayer;
import dev.spartanlake.generator.film.Film;
import dev.spartanlake.ingest.IngestProgress;
import dev.spartanlake.ingest.IngestReport;
import dev.spartanlake.ingest.IngestRequest;
import dev.spartanlake.intake.IntakeReport;
import dev.spartanlake.intake.Obtained;
import dev.spartanlake.intake.ObtainedMatch;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// An invented career in a warehouse of its own. Doing it again changes nothing.
public final class Demo {

    private static final String DOCUMENTS = "demo-matches.ndjson";

    /// They are taken in by a commit of their own, which writes the months of these matches again.
    private static final int SKILL_DOCUMENTS = 250;

    /// Each has about a megabyte to be made and read.
    private static final int FILMS = 20;

    private final Warehouse warehouse;
    private final CareerPlan plan;
    private final Path documents;

    private Demo(Warehouse warehouse, CareerPlan plan) {
        this.warehouse = warehouse;
        this.plan = plan;
        this.documents = warehouse.directory().resolve(DOCUMENTS);
    }

    /// A demo in a warehouse that is a demo already or does not exist yet.
    ///
    /// @throws WarehouseException when the warehouse holds something else, which stays as it is
    public static Demo in(Warehouse warehouse, CareerPlan plan) {
        Demo demo = new Demo(warehouse, plan);
        if (warehouse.exists() && !Files.exists(demo.documents)) {
            throw new WarehouseException(
                    ErrorCode.CONFIGURATION,
                    Location.of(warehouse.directory()),
                    "the demo wants a warehouse of its own, found another one in " + warehouse.directory()
                            + "; name a new directory with --warehouse");
        }
        if (warehouse.exists()) {
            // A damaged one is refused before anything is written into it.
            warehouse.status();
        }
        return demo;
    }

    /// The file of generated documents, in the directory of the warehouse.
    public Path documents() {
        return documents;
    }

    /// How many documents there are.
    public int matches() {
        return plan.matches();
    }

    /// Generates the documents, one per line.
    public void writeDocuments() {
        Path unfinished = documents.resolveSibling(DOCUMENTS + ".tmp");
        try {
            Files.createDirectories(warehouse.directory());
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                for (GeneratedDocument document : Career.of(plan)) {
                    document.writeTo(out);
                    out.write('\n');
                }
            }
            Files.move(unfinished, documents, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new WarehouseException(
                    ErrorCode.STORAGE,
                    Location.of(documents),
                    "cannot write the documents of the demo to " + documents + ": " + failed.getMessage()
                            + "; name a directory you can write to with --warehouse",
                    failed);
        }
    }

    /// Brings the documents in as any others. Their players and places are named besides, because documents refer to
    /// them by identifiers only.
    public IngestReport ingest(IngestProgress progress) {
        plan.players().forEach(player -> warehouse.namePlayer(xuid(player), player.gamertag()));
        warehouse.nameAssets(Career.names().stream().map(Demo::named).toList());
        Set<Xuid> players = plan.players().stream().map(Demo::xuid).collect(Collectors.toSet());
        return warehouse.ingest(IngestRequest.of(List.of(documents.toString()), players), progress);
    }

    /// How many of the latest matches have skill data.
    public int skillDocuments() {
        return Math.min(SKILL_DOCUMENTS, plan.matches());
    }

    /// How many of the latest matches have films.
    public int films() {
        return Math.min(FILMS, plan.matches());
    }

    /// Brings in what the game's services have of the latest matches besides: skill data, films, and names of all who
    /// played.
    public IntakeReport takeParts() {
        Obtained obtained = new Obtained();
        int left = plan.matches();
        Career career = Career.of(plan);
        for (GeneratedMatch match : career.matches()) {
            ObtainedMatch parts = ObtainedMatch.of(new MatchId(match.matchId()), DOCUMENTS);
            if (left <= skillDocuments() && match.skill().isAvailable()) {
                parts = parts.withSkill(match.skill().json(match.xuids()).getBytes(StandardCharsets.UTF_8));
            }
            if (left <= films()) {
                Film film = match.film();
                parts = parts.withFilm(film.chunk(), film.majorVersion());
            }
            if (parts.bytes() > 0) {
                obtained.add(parts);
                match.xuids().forEach(xuid -> obtained.nameIfUnnamed(new Xuid(xuid), career.gamertag(xuid)));
            }
            left--;
        }
        return warehouse.take(obtained);
    }

    private static Assets.NamedAsset named(AssetName asset) {
        return new Assets.NamedAsset(
                kind(asset.kind()), asset.assetId(), asset.publicName(), null, asset.nameFr(), null);
    }

    private static Assets.Kind kind(AssetKind kind) {
        return switch (kind) {
            case MAP -> Assets.Kind.MAP;
            case PLAYLIST -> Assets.Kind.PLAYLIST;
            case MAP_MODE_PAIR -> Assets.Kind.MAP_MODE_PAIR;
            case GAME_VARIANT -> Assets.Kind.GAME_VARIANT;
        };
    }

    private static Xuid xuid(TrackedPlayer player) {
        return new Xuid(player.xuid());
    }
}
