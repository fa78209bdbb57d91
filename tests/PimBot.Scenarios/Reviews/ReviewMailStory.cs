using PimBot.Domain.Audit;
using PimBot.Domain.Reviews;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Reviews;

/// <summary>Word of reviews by mail, for whom chat does not reach.</summary>
public sealed class ReviewMailStory : IAsyncDisposable
{
    private readonly FakeMailServer server = FakeMailServer.Start();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Who_chat_does_not_reach_is_asked_and_told_of_the_end_by_mail_and_stays_a_reviewer()
    {
        await using var scene = await Scene.StartAsync(new SceneOptions { Settings = server.Settings });
        await scene.Alice.Uninstalls();
        var review = await scene.Review(
            ReviewScene.Exchange,
            ReviewScene.BySelf with
            {
                WhenSilent = SilenceRule.Remove,
            }
        );

        var asked = Assert.Single(server.To("alice@contoso.example"));
        Assert.Equal("PimBot: Do you still need Exchange Administrator?", asked.Subject);
        Assert.Contains("If you don’t answer, you lose it.", asked.Text, StringComparison.Ordinal);
        Assert.Contains("To answer, say “reviews” to PimBot in chat.", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("http", asked.Text + asked.Html, StringComparison.Ordinal);
        Assert.Equal(scene.Alice.Key(), (await scene.Item(review, scene.Alice.Key())).Reviewer);
        await scene.Advances(TimeSpan.FromDays(14));

        var removed = server.To("alice@contoso.example")[^1];
        Assert.Equal("PimBot: Your role Exchange Administrator was removed", removed.Subject);
        Assert.Contains(
            "Nobody answered, and that means removal in this review.",
            removed.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    [Rule("I8")]
    public async Task When_the_mail_is_refused_too_the_reviewer_is_replaced()
    {
        await using var scene = await Scene.StartAsync(new SceneOptions { Settings = server.Settings });
        await scene.Bob.Uninstalls();
        await scene.Changes(
            async (work, stop) =>
            {
                var bob = await work.Directory.FindPersonAsync(scene.Bob.Key(), stop);
                await work.Directory.UpdateAsync(bob! with { Mail = "no address", SecondaryMail = null }, stop);
            }
        );

        await scene.Review(ReviewScene.Exchange, ReviewScene.ByBob with { Fallback = [scene.Carol.Key()] });

        scene.Carol.Sees("Bob Berg can’t answer. Please answer instead");
        Assert.Equal(1, await scene.CountsAudited(AuditAction.ReviewerReplaced));
    }
}
