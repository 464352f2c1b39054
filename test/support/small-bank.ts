/** A complete bank with one question, in both languages. */
export const SMALL_BANK = `role: baker
name: { en: Baker, ru: Пекарь }
questions:
  - id: ba-burnt-batch
    text: { en: Tell me about a burnt batch., ru: Расскажите о сгоревшей партии. }
    stage: hr
    kind: behavioral
    competencies: [care]
    levels: [junior, senior]
    framework: star
    numbers: welcome
    lesson: true
    criteria:
      - id: owns-up
        text: { en: Owns up., ru: Признаёт ошибку. }
        cues: { en: [my fault], ru: [моя вина] }
    hint: { en: Recall one., ru: Вспомните одну. }
    followUps:
      - { en: And then?, ru: А дальше? }
    samples:
      - grade: weak
        language: en
        text: It was my fault.
        expect: { missing: [task, result], findings: [no-numbers], criteria: [owns-up] }
`;
