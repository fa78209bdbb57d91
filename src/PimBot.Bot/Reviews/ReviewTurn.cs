using PimBot.Application.Access;
using PimBot.Application.Reviews;
using PimBot.Bot.Cards;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Channel.Turns;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Reviews;

/// <summary>A reviewer's turn about one review: what they do, and the card that follows.</summary>
/// <param name="Context">The turn.</param>
/// <param name="Review">The review.</param>
internal sealed record ReviewTurn(TurnContext Context, ReviewId Review)
{
    /// <summary>An unknown review and one of others are answered alike.</summary>
    public static InvokeAnswer Unknown =>
        InvokeAnswer.Message("There is no such review for you. Say “reviews” to see what there is.");

    public TimeZoneInfo Zone => Context.Zone;

    public ReviewerPages Pages => new(Context.Work, Review, Context.Person.Id);

    public Task<Decision<ReviewItem>> RecordAsync(
        Guid item,
        ReviewVerdict verdict,
        string? reason,
        CancellationToken cancellation
    ) =>
        RecordReviewAnswer.RunAsync(
            Context.Work,
            new RecordReviewAnswerCommand(Context.Person.Id, Review, item, verdict, reason),
            cancellation
        );

    /// <summary>The item, if it is theirs to answer in this review.</summary>
    public async Task<ReviewItemView?> FindAsync(Guid item, CancellationToken cancellation)
    {
        var found = await ReviewReader.ItemAsync(Context.Work, Context.Person.Id, item, cancellation);
        return found.IsAllowed && found.Value.Item.Review == Review ? found.Value : null;
    }

    /// <summary>The card of this item, whatever the reviewer's place is.</summary>
    public async Task<InvokeAnswer> ShowItemAsync(
        ReviewItemView item,
        ReviewNote note,
        string? typed,
        CancellationToken cancellation
    ) => await Pages.SingleAsync(item.Item.Number, cancellation) is { } page ? Card(page, note, typed) : Unknown;

    public async Task<string> NameAsync(ReviewItem item, CancellationToken cancellation) =>
        (await Assignee.ReadAsync(Context.Work, [item.Principal], cancellation))[item.Principal].Name;

    public Task MoveAsync(ReviewPlace place, CancellationToken cancellation) =>
        place.WriteAsync(Context.Work, Review, Context.Person.Id, cancellation);

    /// <summary>The card at the reviewer's place.</summary>
    public async Task<InvokeAnswer> ShowAsync(ReviewNote? note, string? typed, CancellationToken cancellation) =>
        await Pages.ReadAsync(cancellation) is { } page ? Card(page, note, typed) : Unknown;

    public InvokeAnswer Card(ReviewerPage page, ReviewNote? note, string? typed) =>
        InvokeAnswer.Card(ReviewerCard.For(page, Context.Person.Id, Zone, Context.ChannelUserId, note, typed).ToJson());

    /// <summary>The list once more, with what was chosen on it and could not be saved.</summary>
    public async Task<InvokeAnswer> ShowListAsync(
        ReviewNote note,
        string? typed,
        IReadOnlyDictionary<Guid, ReviewVerdict> chosen,
        CancellationToken cancellation
    )
    {
        var place = await ReviewPlace.ReadAsync(Context.Work, Review, Context.Person.Id, cancellation);
        var page = await Pages.ListAsync(place.IsList ? place.Number : 0, cancellation);
        return page is null
            ? Unknown
            : InvokeAnswer.Card(ReviewListCard.For(page, Context.Person.Id, Zone, note, typed, chosen).ToJson());
    }

    /// <summary>The one question about themselves, if it is theirs.</summary>
    public async Task<InvokeAnswer> ShowQuestionAsync(
        Guid item,
        ReviewNote? note,
        string? typed,
        CancellationToken cancellation
    )
    {
        var found = await FindAsync(item, cancellation);
        var view = await ReviewViewReader.FindAsync(Context.Work, Review, cancellation);
        return found is not null && view is not null && ReviewRules.IsOwnQuestion(view.Review, found.Item)
            ? InvokeAnswer.Card(
                ReviewQuestionCard
                    .For(view, found, Zone, note, typed)
                    .Refreshing(Verbs.ShowOwnQuestion, CardData.Of(found.Item), view.IsOpen, Context.ChannelUserId)
                    .ToJson()
            )
            : Unknown;
    }

    /// <summary>What was wrong, on the card at the reviewer's place; of what is not theirs they learn nothing.</summary>
    public async Task<InvokeAnswer> RefuseAsync(
        Refusal refusal,
        Guid? item,
        string? typed,
        CancellationToken cancellation
    )
    {
        if (refusal.Code is ReasonCode.UnknownReview)
        {
            return Unknown;
        }

        var note = new ReviewNote(Say(refusal), IsProblem: true);
        return item is { } id && await FindAsync(id, cancellation) is { } found
            ? await ShowItemAsync(found, note, typed, cancellation)
            : await ShowAsync(note, typed, cancellation);
    }

    public string Say(Refusal refusal) => Refusals.Say(refusal, new RefusalContext(Context.Now, Zone, "this role"));
}
