using System.Net;
using System.Text.Json.Nodes;
using PimBot.Testing;

namespace PimBot.Scenarios.Verification;

/// <summary>The page behind the card's link, used as a browser does: a person follows the link and presses a button.</summary>
internal static class VerificationPage
{
    /// <summary>Follows the newest verification link and passes.</summary>
    public static async Task Passes(this Scene scene, TestPerson person)
    {
        var answer = await scene.Presses(person.VerificationLink(), "pass");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    /// <summary>Follows the newest verification link and fails.</summary>
    public static async Task Fails(this Scene scene, TestPerson person)
    {
        var answer = await scene.Presses(person.VerificationLink(), "fail");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    /// <summary>Presses a button of the page and lets the background work finish.</summary>
    public static async Task<(HttpStatusCode Status, string Html)> Presses(this Scene scene, Uri page, string button)
    {
        using var response = await scene.Http.PostAsync(
            new Uri($"{page}/{button}"),
            content: null,
            TestContext.Current.CancellationToken
        );
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        await scene.Advances(TimeSpan.Zero);
        return (response.StatusCode, html);
    }

    /// <summary>The link on the newest of the person's cards that has one.</summary>
    public static Uri VerificationLink(this TestPerson person) =>
        person
            .Chat.Messages.Reverse()
            .Where(message => message is { IsFromBot: true, IsDeleted: false, Card: not null })
            .Select(message => LinkIn(message.Card!))
            .OfType<Uri>()
            .FirstOrDefault()
        ?? throw new InvalidOperationException($"{person.Name} has no verification link.\n{person.Chat}");

    private static Uri? LinkIn(JsonObject card) =>
        (card["actions"] as JsonArray ?? [])
            .Where(action => action?["type"]?.ToString() == "Action.OpenUrl")
            .Select(action => new Uri(action!["url"]!.ToString()))
            .FirstOrDefault();
}
