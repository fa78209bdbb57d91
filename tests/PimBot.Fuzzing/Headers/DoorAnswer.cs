namespace PimBot.Fuzzing.Headers;

internal readonly record struct DoorAnswer(int Status, bool WasBodyRead, bool IsInside);
