using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PimBot.Application.Reviews;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Reviews;

/// <summary>Reviews by their use cases, on the running host.</summary>
internal static class ReviewScene
{
    /// <summary>Alice and Ivan, whose account is disabled, are eligible at the start.</summary>
    public static readonly RoleScope Exchange = new(
        new RoleId("29232cdf-9323-42fd-ade2-1d097af3e4de"),
        new ScopeId("/")
    );

    public static readonly ReviewSettings ByBob = new()
    {
        Reviewers = ReviewerKind.Chosen,
        Chosen = [new PersonId("b0b00000-0000-4000-8000-000000000002")],
        Days = 14,
        IsAutoApplied = true,
    };

    /// <summary>Carol is eligible.</summary>
    public static readonly RoleScope GlobalReaderAccess = new(
        new RoleId("f2ef992c-3afb-46b9-b7cf-a126ee74c451"),
        new ScopeId("/")
    );

    public static readonly ReviewSettings BySelf = ByBob with { Reviewers = ReviewerKind.Self, Chosen = [] };

    public static Task<Scene> StartAsync(ReviewNotices notices) =>
        Scene.StartAsync(new SceneOptions { ConfigureServices = notices.Use });

    public static PersonId Key(this TestPerson person) => new(person.Id);

    public static async Task<T> Does<T>(this Scene scene, Func<IPimUnitOfWork, CancellationToken, Task<T>> deed)
    {
        var done = await scene
            .Services.GetRequiredService<IPimStore>()
            .CommitAsync(deed, TestContext.Current.CancellationToken);
        await scene.DrainAsync();
        return done;
    }

    public static Task<Decision<AccessReview>> Starts(
        this Scene scene,
        TestPerson actor,
        RoleScope access,
        ReviewSettings settings,
        DateTimeOffset? start = null
    ) =>
        scene.Does(
            (work, stop) =>
                StartReview.RunAsync(
                    work,
                    new StartReviewCommand(actor.Key(), access, settings) { Start = start },
                    stop
                )
        );

    /// <summary>Frank, who manages the directory's roles, starts it.</summary>
    public static async Task<AccessReview> Review(
        this Scene scene,
        RoleScope access,
        ReviewSettings settings,
        DateTimeOffset? start = null
    )
    {
        var decision = await scene.Starts(scene.Frank, access, settings, start);
        Assert.Null(decision.Refusal);
        return decision.Value!;
    }

    public static Task<AccessReview> Now(this Scene scene, AccessReview review) =>
        scene.Reads(async (work, stop) => (await work.Reviews.FindAsync(review.Id, stop))!);

    public static Task<ReviewSeries> SeriesOf(this Scene scene, AccessReview review) =>
        scene.Reads(async (work, stop) => (await work.Reviews.FindSeriesAsync(review.Series, stop))!);

    public static Task<IReadOnlyList<ReviewItem>> Items(this Scene scene, AccessReview review) =>
        scene.Reads((work, stop) => work.ReviewItems.ListAsync(new ReviewItemFilter(review.Id), 1000, stop));

    public static async Task<ReviewItem> Item(this Scene scene, AccessReview review, PersonId member) =>
        (await scene.Items(review)).Single(item => item.Principal.Person == member);

    public static async Task<Decision<ReviewItem>> Answers(
        this Scene scene,
        TestPerson reviewer,
        AccessReview review,
        TestPerson member,
        ReviewVerdict verdict,
        string? reason = "asked them"
    )
    {
        var item = await scene.Item(review, member.Key());
        return await scene.Does(
            (work, stop) =>
                RecordReviewAnswer.RunAsync(
                    work,
                    new RecordReviewAnswerCommand(reviewer.Key(), review.Id, item.Id, verdict, reason),
                    stop
                )
        );
    }

    public static Task<ReviewProgress> Progress(this Scene scene, AccessReview review, TestPerson reviewer) =>
        scene.Reads(
            async (work, stop) =>
            {
                var person = await work.Directory.FindPersonAsync(reviewer.Key(), stop);
                return await work.ReviewItems.ProgressAsync(review.Id, person!, stop);
            }
        );

    public static async Task<string> Results(this Scene scene, AccessReview review)
    {
        var totals = await scene.Reads((work, stop) => work.ReviewItems.TotalsAsync(review.Id, stop));
        return string.Join(' ', totals.Results.OrderBy(r => r.Key).Select(r => $"{r.Key}={r.Value}"));
    }

    public static async Task<bool> IsAssigned(this Scene scene, TestPerson person, RoleScope access) =>
        await scene.Reads(
            async (work, stop) =>
                (await work.Assignments.ToAsync(access.Role, stop)).Any(a =>
                    a.Access == access && a.Person == person.Key() && !a.IsOverAt(work.Now)
                )
        );

    /// <summary>So many people who are eligible for a role, of whom every other one signed in lately.</summary>
    public static Task AddsEligible(this Scene scene, RoleScope access, int count) =>
        scene.Changes(
            (work, _) =>
            {
                for (var n = 1; n <= count; n++)
                {
                    var person = new Person
                    {
                        Id = new PersonId($"many-{n}"),
                        Name = $"Person {n:D3}",
                        Kind = PersonKind.Member,
                        LastSignIn = n % 2 == 0 ? work.Now.AddDays(-1) : null,
                    };
                    work.Directory.Add(person);
                    work.Assignments.Add(
                        new Assignment
                        {
                            Id = Guid.NewGuid(),
                            Person = person.Id,
                            Access = access,
                            Type = AssignmentType.Eligible,
                        }
                    );
                }

                return Task.CompletedTask;
            }
        );

    /// <summary>The button with this title, wherever on the card, as a client would send it; null: there is none.</summary>
    public static JsonObject? ButtonOf(JsonNode? node, string title) =>
        node switch
        {
            JsonObject action
                when action["type"]?.ToString() == "Action.Execute" && action["title"]?.ToString() == title => action
                .DeepClone()
                .AsObject(),
            JsonObject parts => parts
                .Select(part => ButtonOf(part.Value, title))
                .FirstOrDefault(found => found is not null),
            JsonArray items => items.Select(item => ButtonOf(item, title)).FirstOrDefault(found => found is not null),
            _ => null,
        };
}
