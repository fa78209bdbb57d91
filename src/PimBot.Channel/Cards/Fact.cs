namespace PimBot.Channel.Cards;

/// <summary>One line of a <see cref="FactSet"/>. Clients read both parts as Markdown.</summary>
public sealed record Fact(CardText Title, CardText Value);
