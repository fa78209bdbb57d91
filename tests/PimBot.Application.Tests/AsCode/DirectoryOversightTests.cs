using PimBot.Application.Access;
using PimBot.Application.Access.AsCode;
using PimBot.Application.Tests.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Tests.AsCode;

/// <summary>Access reviews and alerts in a directory file: what is refused, and what a plan says.</summary>
public sealed class DirectoryOversightTests
{
    private const string Review =
        "\"role\":\"owner\",\"scope\":\"/sub\",\"reviewers\":[\"ann\"],\"duration\":\"P14D\",\"recurrence\":\"monthly\"";

    private static readonly DateTimeOffset Now = DirectorySample.Now;

    private static readonly DirectoryContents Sample = DirectorySample.Read(DirectorySample.Json).Contents!;

    [Theory]
    [InlineData("\"role\":\"none\",\"scope\":\"/sub\"", "reviews[0].role", "there is no role with the id \"none\"")]
    [InlineData("\"reviewers\":[]", "reviews[0].reviewers", "must name at least one reviewer")]
    [InlineData("\"reviewers\":null", "reviews[0].reviewers", "must not be null")]
    [InlineData("\"reviewers\":\"everybody\"", "reviews[0].reviewers", "must be one of self, manager")]
    [InlineData("\"reviewers\":[\"bot\"]", "reviews[0].reviewers[0]", "\"Bot\" can't review")]
    [InlineData("\"reviewers\":[\"ann\",\"ANN\"]", "reviews[0].reviewers[1]", "is in the list twice")]
    [InlineData("\"fallback\":[\"nobody\"]", "reviews[0].fallback[0]", "there is no person")]
    [InlineData("\"type\":\"all\"", "reviews[0].type", "must be one of eligible, active")]
    [InlineData("\"duration\":\"P28D\"", "reviews[0].duration", "must be P1D to P27D")]
    [InlineData("\"duration\":\"PT36H\"", "reviews[0].duration", "must be in whole days")]
    [InlineData("\"recurrence\":\"daily\"", "reviews[0].recurrence", "must be one of oneTime, weekly, monthly")]
    [InlineData("\"until\":\"2026-02-30\"", "reviews[0].until", "must be a day such as 2030-01-31")]
    [InlineData("\"until\":\"2026-03-01\"", "reviews[0].until", "must not be before the start")]
    [InlineData("\"occurrences\":0", "reviews[0].occurrences", "must be a whole number from 1 to 1000")]
    [InlineData("\"occurrences\":2,\"until\":\"2027-01-01\"", "reviews[0].occurrences", "exclude each other")]
    [InlineData("\"recurrence\":\"oneTime\",\"occurrences\":2", "reviews[0].occurrences", "for reviews that come back")]
    [InlineData("\"timeZone\":\"Europe/Nowhere\"", "reviews[0].timeZone", "there is no time zone")]
    [InlineData("\"start\":\"P400D\"", "reviews[0].start", "is more than 366 days ahead")]
    [InlineData("\"whenSilent\":\"nothing\"", "reviews[0].whenSilent", "must be one of noChange, remove")]
    [InlineData("\"reviewer\":\"self\"", "reviews[0].reviewer", "is an unknown key")]
    [InlineData("\"autoApply\":\"maybe\"", "reviews[0].autoApply", "must be true or false")]
    public void What_is_wrong_with_a_review_is_said_at_its_place(string changed, string place, string message) =>
        AssertFault(Json("reviews", $"{{{Merged(Review, changed)}}}"), place, message);

    [Theory]
    [InlineData("\"alert\":\"TooManyGlobalAdmins\"", "alerts[0].alert", "must be one of RolesAssignedOutside")]
    [InlineData("\"alert\":\"StaleSignInAlert\",\"days\":0", "alerts[0].days", "must be a whole number from 1 to 365")]
    [InlineData("\"alert\":\"StaleSignInAlert\",\"days\":\"soon\"", "alerts[0].days", "not \"soon\"")]
    [InlineData("\"alert\":\"StaleSignInAlert\",\"hours\":3", "alerts[0].hours", "nothing that can be set")]
    [InlineData("\"alert\":\"StaleSignInAlert\",\"scope\":\"/sub\"", "alerts[0].scope", "for the whole directory")]
    [InlineData("\"alert\":\"DuplicateRoleCreatedAlert\"", "alerts[0].scope", "for each of Azure's scopes")]
    [InlineData("\"alert\":\"DuplicateRoleCreatedAlert\",\"scope\":\"/\"", "alerts[0].scope", "\"X\" is none")]
    [InlineData("\"alert\":\"StaleSignInAlert\",\"enabled\":\"no\"", "alerts[0].enabled", "must be true or false")]
    public void What_is_wrong_with_an_alert_is_said_at_its_place(string entry, string place, string message) =>
        AssertFault(Json("alerts", $"{{{entry}}}"), place, message);

    [Fact]
    public void All_that_is_wrong_with_a_review_is_said_at_once()
    {
        var wrong = Merged(Review, "\"duration\":\"soon\",\"reviewers\":\"all\",\"autoApply\":\"maybe\",\"name\":\"\"");

        var places = Json("reviews", $"{{{wrong}}}").Faults.Select(f => f.Place);

        Assert.Equal(
            ["reviews[0].autoApply", "reviews[0].duration", "reviews[0].name", "reviews[0].reviewers"],
            places.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Nothing_is_set_twice()
    {
        AssertFault(Json("reviews", $"{{{Review}}}", $"{{{Review}}}"), "reviews[1]", "is a second review");
        AssertFault(
            Json("alerts", "{\"alert\":\"StaleSignInAlert\"}", "{\"alert\":\"StaleSignInAlert\",\"scope\":\"/\"}"),
            "alerts[1]",
            "sets the same alert"
        );
    }

    [Fact]
    public void A_new_review_is_said_in_words() =>
        Assert.Equal(
            [
                "Access reviews",
                "  “Owner” of Owner at Sub: begins now, every month, lasts 14 days, of eligible and active assignments, asked: Ann, otherwise: administrators, reason required, without an answer nothing changes, results applied by an administrator",
                "To do: 1 change.",
            ],
            Lines(Sample, Read($"{{{Review}}}"))
        );

    [Fact]
    public void A_new_review_that_begins_later_says_when() =>
        Assert.Contains(
            "  “Owner” of Owner at Sub: begins 2026-03-05 09:00 UTC, every month, lasts 14 days, of eligible and active assignments, asked: Ann, otherwise: administrators, reason required, without an answer nothing changes, results applied by an administrator",
            Lines(Sample, Read($"{{{Merged(Review, "\"start\":\"P3D\"")}}}"))
        );

    [Fact]
    public void A_review_whose_only_time_lies_behind_is_not_begun() =>
        Assert.Empty(
            DirectoryPlanner
                .Plan(
                    Sample,
                    Read($"{{{Merged(Review, "\"start\":\"-P3D\",\"recurrence\":\"oneTime\"")}}}"),
                    prune: true,
                    Now
                )
                .Reviews
        );

    [Theory]
    [InlineData("\"duration\":\"P7D\"", "lasts 14 days → 7 days")]
    [InlineData("\"reviewers\":\"manager\"", "reviewers Ann → each member's manager")]
    [InlineData("\"type\":\"active\"", "reviewed eligible and active assignments → active assignments")]
    [InlineData("\"fallback\":[\"ben\"]", "fallback reviewers administrators → Ben")]
    [InlineData("\"recurrence\":\"quarterly\"", "comes back every month → every 3 months")]
    [InlineData("\"occurrences\":3", "comes back every month → every month, 3 times in all")]
    [InlineData("\"until\":\"2027-01-31\"", "comes back every month → every month until 2027-01-31")]
    [InlineData("\"timeZone\":\"Europe/Zurich\"", "time zone Etc/UTC → Europe/Zurich")]
    [InlineData("\"reasonRequired\":false", "reason required → not required")]
    [InlineData("\"recommendations\":false", "recommendations shown → not shown")]
    [InlineData("\"reminder\":false", "reminder sent → not sent")]
    [InlineData("\"autoApply\":true", "results applied by an administrator → applied by themselves")]
    [InlineData(
        "\"whenSilent\":\"takeRecommendation\"",
        "without an answer nothing changes → the recommendation counts"
    )]
    [InlineData("\"start\":\"2026-04-01T08:00:00Z\"", "first 2026-03-02 09:00 UTC → 2026-04-01 08:00 UTC")]
    public void What_changes_of_a_review_is_said_in_words(string changed, string words) =>
        Assert.Contains(
            $"  “Owner” of Owner at Sub: {words} (from the next occurrence on)",
            Lines(Stored(), Read($"{{{Merged(Review, changed)}}}"))
        );

    [Fact]
    public void A_start_that_counts_from_the_load_is_no_difference() =>
        Assert.Equal(
            ["Nothing to do: the store has what the file says."],
            Lines(Stored(), Read($"{{{Review}}}"), Now.AddDays(40))
        );

    [Fact]
    public void What_came_to_its_end_is_not_begun_again()
    {
        var once = $"{{{Merged(Review, "\"recurrence\":\"oneTime\"")}}}";
        var stored = Of(Read(once));
        var over = Sample with { HasReviews = true, Reviews = [stored with { Ahead = null, IsOver = true }] };

        Assert.False(DirectoryPlanner.Plan(over, Read(once), prune: true, Now.AddDays(90)).HasChanges);
        Assert.False(
            DirectoryPlanner
                .Plan(
                    Sample,
                    Read($"{{{Merged(Review, "\"recurrence\":\"oneTime\",\"start\":\"2026-01-01\"")}}}"),
                    prune: true,
                    Now
                )
                .HasChanges
        );
    }

    [Fact]
    public void A_review_that_the_file_lacks_is_drift_and_is_ended_only_when_pruned()
    {
        var file = DirectorySample.With("reviews", "[]").Contents!;

        Assert.Contains("    “Owner” of Owner at Sub", Lines(Stored(), file));
        Assert.Equal(
            ["Access reviews", "  “Owner” of Owner at Sub: no further occurrence begins", "To do: 1 change."],
            DirectoryPlanText.Lines(DirectoryPlanner.Plan(Stored(), file, prune: true, Now))
        );
    }

    [Fact]
    public void A_file_without_the_sections_has_no_word_on_reviews_and_alerts()
    {
        var set = Stored() with
        {
            HasAlerts = true,
            Alerts = DirectorySample.With("alerts", "[{\"alert\":\"StaleSignInAlert\",\"days\":60}]").Contents!.Alerts,
        };

        var plan = DirectoryPlanner.Plan(set, Sample, prune: true, Now);

        Assert.False(plan.HasChanges || plan.HasDrift);
    }

    [Fact]
    public void What_is_set_of_an_alert_is_said_in_words_and_what_the_file_lacks_has_its_default_again()
    {
        var file = DirectorySample
            .With(
                "alerts",
                "[{\"alert\":\"StaleSignInAlert\",\"days\":60},{\"alert\":\"TooManyOwnersAssignedToResourceAlert\",\"scope\":\"/sub\",\"count\":5,\"enabled\":false}]"
            )
            .Contents!;

        Assert.Equal(
            [
                "Alerts",
                "  StaleSignInAlert: days 30 → 60",
                "  TooManyOwnersAssignedToResourceAlert at Sub: looked for yes → no",
                "  TooManyOwnersAssignedToResourceAlert at Sub: count 3 → 5",
                "To do: 2 changes.",
            ],
            Lines(Sample, file)
        );
        Assert.Contains(
            "  StaleSignInAlert: the default holds again: days 60 → 30",
            Lines(file, DirectorySample.With("alerts", "[]").Contents!)
        );
    }

    [Fact]
    public void Numbers_may_stand_in_yaml_as_they_are()
    {
        var yaml = """
            people: [{ id: ann, name: Ann }]
            scopes: [{ id: /, kind: directory, name: X }]
            roles: [{ id: desk, name: Desk, kind: directoryRole }]
            reviews:
              - { role: desk, scope: /, reviewers: manager, duration: P3D, recurrence: weekly, occurrences: 5 }
            alerts:
              - { alert: StaleSignInAlert, days: 45 }
            """;

        var contents = PimBot.Access.DirectoryYaml.Parse(yaml, Now).Contents!;

        Assert.Equal(45, Assert.Single(contents.Alerts).Thresholds.Days);
        Assert.Equal(5, Assert.Single(contents.Reviews).Settings.Recurrence.Count);
    }

    private static DirectoryReview Of(DirectoryContents contents) =>
        Assert.Single(contents.Reviews) with
        {
            IsRelative = false,
            BeginsAtOnce = false,
            Ahead = new ReviewId(Guid.NewGuid()),
        };

    private static DirectoryContents Stored() =>
        Sample with
        {
            HasReviews = true,
            Reviews = [Of(Read($"{{{Review}}}"))],
        };

    private static DirectoryContents Read(params string[] reviews)
    {
        var result = DirectorySample.With("reviews", $"[{string.Join(',', reviews)}]");
        return result.IsAccepted ? result.Contents : throw new InvalidOperationException(result.Faults[0].ToString());
    }

    private static DirectoryDocumentResult Json(string section, params string[] entries) =>
        DirectorySample.With(section, $"[{string.Join(',', entries)}]");

    // What is changed replaces what the review has of the same key.
    private static string Merged(string review, string changed)
    {
        var root = System.Text.Json.Nodes.JsonNode.Parse($"{{{review}}}")!.AsObject();
        foreach (var member in System.Text.Json.Nodes.JsonNode.Parse($"{{{changed}}}")!.AsObject())
        {
            root[member.Key] = member.Value?.DeepClone();
        }

        return root.ToJsonString()[1..^1];
    }

    private static IReadOnlyList<string> Lines(
        DirectoryContents present,
        DirectoryContents wanted,
        DateTimeOffset? now = null
    ) => DirectoryPlanText.Lines(DirectoryPlanner.Plan(present, wanted, prune: false, now ?? Now));

    private static void AssertFault(DirectoryDocumentResult result, string place, string message)
    {
        var fault = Assert.Single(result.Faults);
        Assert.Equal(place, fault.Place);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }
}
