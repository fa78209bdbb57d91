using System.Text.Json;

namespace PimBot.Application.Audit;

/// <summary>The fields of a line, in the order in which they are written.</summary>
internal static class AuditLineField
{
    public const int Store = 0;
    public const int Sequence = 1;
    public const int At = 2;
    public const int Action = 3;
    public const int Actor = 4;
    public const int Subject = 5;
    public const int Group = 6;
    public const int Role = 7;
    public const int Scope = 8;
    public const int Request = 9;
    public const int Grant = 10;
    public const int Reason = 11;
    public const int Ticket = 12;
    public const int Detail = 13;
    public const int Source = 14;
    public const int Correlation = 15;
    public const int PreviousHash = 16;
    public const int Hash = 17;
    public const int Count = 18;

    public static readonly JsonEncodedText[] Names =
    [
        .. new[]
        {
            "store",
            "sequence",
            "at",
            "action",
            "actor",
            "subject",
            "group",
            "role",
            "scope",
            "request",
            "grant",
            "reason",
            "ticket",
            "detail",
            "source",
            "correlation",
            "previousHash",
            "hash",
        }.Select(name => JsonEncodedText.Encode(name)),
    ];
}
