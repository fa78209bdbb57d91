using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Turns;

namespace PimBot.Bot.Handlers;

/// <summary><c>my requests</c>.</summary>
internal sealed class MyRequestsHandler : CommandHandler<MyRequestsCommand>
{
    private const int Most = 10;
    private const int MostWishes = 5;

    protected override Task HandleAsync(
        TurnContext context,
        MyRequestsCommand command,
        CancellationToken cancellation
    ) => ShowAsync(context, "Your requests", _ => true, "You have not asked for anything yet.", cancellation);

    /// <summary>Shows those of a person's requests that are wanted, or says that there are none.</summary>
    public static async Task ShowAsync(
        TurnContext context,
        string heading,
        Func<Domain.Activations.ActivationRequest, bool> wanted,
        string none,
        CancellationToken cancellation
    )
    {
        var views = new List<RequestView>();
        foreach (var request in await context.Work.Requests.OfAsync(context.Person.Id, Most, cancellation))
        {
            if (wanted(request))
            {
                views.Add(await RequestReader.ViewAsync(context.Work, request, cancellation));
            }
        }

        var wishes = new List<AssignmentRequestView>();
        foreach (var wish in await context.Work.AssignmentRequests.ByAsync(context.Person.Id, MostWishes, cancellation))
        {
            if (wish.IsPending)
            {
                wishes.Add(await AssignmentRequestReader.ViewAsync(context.Work, wish, cancellation));
            }
        }

        context.Show(
            views.Count + wishes.Count == 0
                ? NoticeCard.For("No requests", none, CardParts.Command("My roles", "my roles"))
                : RequestsCard.For(heading, views, context.Zone, wishes),
            heading
        );
    }
}
